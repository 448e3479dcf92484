// Functions that are only named as a check: their bodies are in sight and look at nothing.
const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();
app.use(express.json());

function verifyWebhook(req, res, next) {
  console.log('webhook from', req.ip);
  next();
}

function isValidSignature(body) {
  return body !== undefined;
}

// expect: webhook-signature
app.post('/webhooks/payments', verifyWebhook, async (req, res) => {
  await pool.query('UPDATE orders SET paid = true WHERE id = $1', [req.body.order]);
  res.end();
});

// expect: webhook-signature
app.post('/webhooks/shipping', async (req, res) => {
  if (!isValidSignature(req.body)) return res.status(400).end();
  await pool.query('UPDATE orders SET sent = true WHERE id = $1', [req.body.order]);
  res.end();
});

app.listen(3000);
