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

const { z } = require('zod');
const renamed = z.object({ name: z.string().max(80) });

function validateWith(schema, data) {
  const result = schema.safeParse(data);
  if (!result.success) throw new Error('400');
  return result.data;
}

app.put('/orders/:id', async (req, res) => {
  const { name } = validateWith(renamed, req.body);
  res.json(await orders.rename(req.params.id, name));
});
