// expect-project: error-context
const express = require('express');
const app = express();

async function load(id) {
  if (!id) throw new Error('id is missing');
  const order = await orders.get(id);
  if (!order) throw new Error('order not found: ' + id);
  return order;
}

app.get('/orders/:id', async function (req, res, next) {
  try {
    res.json(await load(req.params.id));
  } catch (err) {
    next(new Error('cannot load'));
  }
});
app.post('/orders', function (req, res) {
  if (!req.body.items) throw new TypeError('no items');
  if (req.body.items.length > 9) throw new Error('too many items');
  res.sendStatus(201);
});
app.listen(3000);
