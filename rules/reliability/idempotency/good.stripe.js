const express = require('express');
const Stripe = require('stripe');
const { Pool } = require('pg');

const stripe = Stripe(process.env.STRIPE_SECRET_KEY);
const pool = new Pool();
const app = express();

// The provider knows the key again.
app.post('/pay', async function (req, res) {
  const charge = await stripe.charges.create({ amount: req.body.amount, currency: 'usd', source: req.body.token }, { idempotencyKey: 'order-' + req.body.orderId });
  res.json(charge);
});

// All of it is given back, which works only once.
app.post('/refund', async (req, res) => {
  res.json(await stripe.refunds.create({ payment_intent: req.body.intent }));
});

// Nothing is paid: a page is made on which the customer may.
app.post('/checkout', async (req, res) => {
  const session = await stripe.checkout.sessions.create({ mode: 'payment', line_items: req.body.items });
  res.json({ url: session.url });
});

// The event's own id is kept once.
app.post('/webhooks/stripe', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.STRIPE_WEBHOOK_SECRET);
  const { rowCount } = await pool.query('INSERT INTO stripe_events (id) VALUES ($1) ON CONFLICT DO NOTHING', [event.id]);
  if (rowCount === 1) await pool.query('UPDATE wallets SET balance = balance + $1 WHERE id = $2', [event.data.object.amount_total, event.data.object.client_reference_id]);
  res.sendStatus(200);
});

// Setting a state twice is as good as once.
app.post('/webhooks/paypal', async (req, res) => {
  await pool.query("UPDATE orders SET status = 'paid' WHERE id = $1", [req.body.resource.custom_id]);
  res.sendStatus(200);
});

// Two at once may both pass the look at the state: not told.
app.post('/webhooks/github', async (req, res) => {
  const { rows } = await pool.query('SELECT id FROM installations WHERE external_id = $1', [req.body.installation.id]);
  if (rows.length > 0) return res.sendStatus(200);
  await pool.query('INSERT INTO installations (external_id) VALUES ($1)', [req.body.installation.id]);
  res.sendStatus(200);
});

// The caller's key is looked up.
app.post('/orders', async (req, res) => {
  const key = req.get('Idempotency-Key');
  const known = await pool.query('SELECT id FROM orders WHERE idempotency_key = $1', [key]);
  if (known.rows.length > 0) return res.json(known.rows[0]);
  const { rows } = await pool.query('INSERT INTO orders (user_id, total, idempotency_key) VALUES ($1, $2, $3) RETURNING id', [req.user.id, req.body.total, key]);
  res.status(201).json(rows[0]);
});

// Looks for orders; adds none.
app.post('/orders/search', async (req, res) => {
  res.json((await pool.query('SELECT id FROM orders WHERE user_id = $1', [req.user.id])).rows);
});
