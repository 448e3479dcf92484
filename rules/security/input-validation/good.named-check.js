const express = require('express');
const { validateOrder } = require('@shop/rules');
const orders = require('./orders');

const app = express();
app.use(express.json());

// What it checks cannot be told: unverified.
app.post('/orders', async (req, res) => {
  validateOrder(req.body);
  res.json(await orders.create(req.body));
});

// Of the list only texts are left, and of the other nothing else is let through.
app.post('/orders/delete', async (req, res) => {
  const ids = (req.body.ids || []).filter((id) => typeof id === 'string');
  if (!req.body.reasons.every((reason) => typeof reason === 'string')) return res.status(400).end();
  res.json(await orders.remove(ids, req.body.reasons));
});
