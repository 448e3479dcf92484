const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();
app.use(express.json());

// expect: webhook-signature P1
app.post('/webhooks/stripe', async (req, res) => {
  const event = req.body;
  if (event.type === 'checkout.session.completed') {
    await pool.query('UPDATE orders SET paid = true WHERE id = $1', [event.data.object.client_reference_id]);
  }
  res.json({ received: true });
});

// expect: webhook-signature
app.post('/api/github/hooks', function (req, res) {
  pool.query('INSERT INTO deployments (revision) VALUES ($1)', [req.body.after], function (err) {
    if (err) return res.sendStatus(500);
    res.sendStatus(204);
  });
});

// expect: webhook-signature
app.post('/slack/events', async (req, res) => {
  await pool.query('INSERT INTO messages (text) VALUES ($1)', [req.body.event.text]);
  res.end();
});

app.listen(3000);
