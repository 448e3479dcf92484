const express = require('express');
const { MongoClient } = require('mongodb');

const db = new MongoClient(process.env.MONGO_URL).db('shop');
const app = express();

app.post('/orders', async (req, res) => {
  await db.collection('orders').insertOne({ product: String(req.body.product) });
  // expect: log-blocking
  await db.collection('audit_logs').insertOne({ action: 'order.create', at: new Date() });
  res.sendStatus(201);
});
