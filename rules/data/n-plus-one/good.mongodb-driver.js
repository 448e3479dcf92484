const express = require('express');
const { MongoClient } = require('mongodb');

const db = new MongoClient(process.env.MONGO_URL).db('chat');
const app = express();

app.get('/rooms/:room/messages', async (req, res) => {
  const messages = await db
    .collection('messages')
    .aggregate([{ $match: { room: String(req.params.room) } }, { $limit: 50 }, { $lookup: { from: 'users', localField: 'author', foreignField: '_id', as: 'author' } }])
    .toArray();
  res.json(messages);
});

app.get('/orders', async (req, res) => {
  const orders = await db.collection('orders').find({}).limit(50).toArray();
  const customers = await db.collection('customers').find({ _id: { $in: orders.map((order) => order.customer) } }).toArray();
  const byId = new Map(customers.map((customer) => [String(customer._id), customer]));
  res.json(orders.map((order) => ({ ...order, customer: byId.get(String(order.customer)) })));
});
