const express = require('express');
const { MongoClient } = require('mongodb');

const client = new MongoClient(process.env.MONGO_URL);
const db = client.db('shop');
const app = express();

app.post('/orders', async (req, res) => {
  // expect: transaction-missing
  const { insertedId } = await db.collection('orders').insertOne({ customer: String(req.body.customer) });
  await db.collection('order_lines').insertOne({ order: insertedId, product: String(req.body.product) });
  res.status(201).json({ id: insertedId });
});
