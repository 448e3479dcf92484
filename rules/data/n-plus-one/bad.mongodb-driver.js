const express = require('express');
const { MongoClient } = require('mongodb');

const db = new MongoClient(process.env.MONGO_URL).db('chat');
const users = db.collection('users');
const app = express();

app.get('/rooms/:room/messages', async (req, res) => {
  const messages = await db.collection('messages').find({ room: String(req.params.room) }).limit(50).toArray();
  for (const message of messages) {
    // expect: n-plus-one
    message.author = await users.findOne({ _id: message.author });
  }
  res.json(messages);
});

app.get('/orders', async (req, res) => {
  const orders = await db.collection('orders').find({}).limit(50).toArray();
  res.json(
    await Promise.all(
      orders.map(async (order) => {
        // expect: n-plus-one
        const customer = await db.collection('customers').findOne({ _id: order.customer });
        return { ...order, customer };
      }),
    ),
  );
});
