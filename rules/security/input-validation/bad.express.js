const express = require('express');
const mongoose = require('mongoose');

const Order = mongoose.model('Order', new mongoose.Schema({ items: Array, note: String }));
const app = express();
app.use(express.json());

// expect: input-validation P0
app.post('/orders', async function (req, res) {
  var order = await Order.create(req.body);
  res.json(order);
});

// expect: input-validation P0
app.put('/orders/:id', async (req, res) => {
  const { items, note } = req.body;
  const order = await Order.findByIdAndUpdate(req.params.id, { items, note });
  res.json(order);
});

// Only that they are there.
// expect: input-validation P1
app.post('/sessions', async (req, res) => {
  const { email, password } = req.body;
  if (!email || !password) return res.status(400).json({ error: 'missing' });
  res.json(await mongoose.connection.collection('users').findOne({ email, password }));
});

// expect: input-validation P1
app.get('/search', async (req, res) => {
  res.json(await Order.find({ note: req.query.q }));
});

module.exports = app;
