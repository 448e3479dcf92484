const express = require('express');
const { getSdk } = require('./partner');
const { Key, Order } = require('./models');

const app = express();
const sdk = getSdk();

app.get('/orders/:id', (req, res, next) => (req.user ? next() : res.sendStatus(401)), async (req, res) => res.json(await Order.findById(req.params.id)));

// expect: auth-missing
app.post('/close', async (req, res) => {
  await sdk.accounts.deleteById(req.body.id);
  res.sendStatus(204);
});

// No credential is given out.
// expect: auth-missing
app.post('/keys/rename', async (req, res) => {
  const key = await Key.findOneAndUpdate({ _id: req.body.id }, { name: req.body.name });
  res.json({ name: key.name, user: key.user });
});
