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

// What it does is done elsewhere, or by functions that are not shown.
// expect: webhook-signature P1
app.post('/webhooks/billing', async (req, res) => {
  await fetch('https://crm.example.com/events', { method: 'POST', body: JSON.stringify(req.body.data), signal: AbortSignal.timeout(3000) });
  res.json({ received: true });
});
// expect: webhook-signature P1
app.post('/stripe/webhook', (request, response) => {
  const event = request.body;
  switch (event.type) {
    case 'payment_intent.succeeded':
      handlePaymentSucceeded(event.data.object);
      break;
    default:
      console.log(`Unhandled event type ${event.type}`);
  }
  response.json({ received: true });
});
