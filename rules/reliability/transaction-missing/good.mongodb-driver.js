const express = require('express');
const { MongoClient } = require('mongodb');

const client = new MongoClient(process.env.MONGO_URL);
const db = client.db('shop');
const app = express();

app.post('/orders', async (req, res) => {
  const session = client.startSession();
  try {
    await session.withTransaction(async () => {
      const { insertedId } = await db.collection('orders').insertOne({ customer: String(req.body.customer) }, { session });
      await db.collection('order_lines').insertOne({ order: insertedId, product: String(req.body.product) }, { session });
    });
  } finally {
    await session.endSession();
  }
  res.sendStatus(201);
});
