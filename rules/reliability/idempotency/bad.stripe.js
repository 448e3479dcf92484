const express = require('express');
const Stripe = require('stripe');
const { Pool } = require('pg');
const { v4: uuidv4 } = require('uuid');

const stripe = Stripe(process.env.STRIPE_SECRET_KEY);
const pool = new Pool();
const app = express();

app.post('/pay', async function (req, res) {
  // expect: idempotency P1
  const charge = await stripe.charges.create({ amount: req.body.amount, currency: 'usd', source: req.body.token });
  res.json(charge);
});

app.post('/intents', async (req, res) => {
  // expect: idempotency P2
  const intent = await stripe.paymentIntents.create({ amount: req.body.amount, currency: 'usd' });
  res.json({ secret: intent.client_secret });
});

app.post('/renew', async (req, res) => {
  const key = uuidv4();
  // expect: idempotency P2
  const intent = await stripe.paymentIntents.create({ amount: 500, currency: 'usd', confirm: true }, { idempotencyKey: key });
  res.json(intent);
});

// expect: idempotency
app.post('/webhooks/stripe', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.STRIPE_WEBHOOK_SECRET);
  if (event.type === 'checkout.session.completed') {
    await pool.query('UPDATE wallets SET balance = balance + $1 WHERE user_id = $2', [event.data.object.amount_total, event.data.object.client_reference_id]);
  }
  res.sendStatus(200);
});

// expect: idempotency
app.post('/orders', async (req, res) => {
  const { rows } = await pool.query('INSERT INTO orders (user_id, total) VALUES ($1, $2) RETURNING id', [req.user.id, req.body.total]);
  res.status(201).json(rows[0]);
});
