const express = require('express');
const db = require('./db');
const app = express();

app.get('/orders', async function (req, res) {
  try {
    const rows = await db.query('SELECT * FROM orders');
    res.json(rows);
    // expect: error-swallowed P1
  } catch (err) {
    console.log(err);
  }
});

app.post('/orders', (req, res) => {
  // expect: error-swallowed P1
  db.insert(req.body)
    .then((order) => res.status(201).json(order))
    .catch((error) => console.error(error));
});

async function findOrder(id) {
  try {
    return await db.query('SELECT * FROM orders WHERE id = $1', [id]);
    // expect: error-swallowed P2
  } catch (error) {
    console.error('could not read the order', error);
  }
}

async function saveOrder(order) {
  try {
    await db.insert(order);
    // expect: error-swallowed P2
  } catch (error) {}
  return { saved: order.id };
}

async function chargeOrder(order) {
  try {
    await db.insert(order);
    // expect: error-swallowed P2
  } catch {
    // eslint-disable-next-line no-empty
  }
  return order;
}

class Orders {
  async load(id) {
    let order;
    try {
      order = await db.query('SELECT * FROM orders WHERE id = $1', [id]);
      // expect: error-swallowed P2
    } catch (error) {
      throw new Error('the order could not be loaded');
    }
    return order;
  }
}

app.put('/orders/:id', async (req, res) => {
  try {
    await db.update(req.params.id, req.body);
    // expect: error-swallowed P2
  } catch (error) {
    console.error(error);
  }
  res.json({ ok: true });
});

module.exports = { app, findOrder, saveOrder, chargeOrder, Orders };

app.get('/orders/:id', async function (req, res) {
  try {
    var order = await db.query('SELECT * FROM orders WHERE id = $1', [req.params.id]);
    if (!order) {
      return res.status(404).json({ message: 'no such order' });
    }
    res.json(order);
    // expect: error-swallowed P1
  } catch (err) {
    console.log(err);
  }
});
