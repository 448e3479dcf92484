const express = require('express');
const { MongoClient } = require('mongodb');

const db = new MongoClient(process.env.MONGO_URL).db('shop');
const users = db.collection('users');
const app = express();

app.get('/orders', async (req, res) => {
  // expect: pagination P1
  res.json(await db.collection('orders').find({}).sort({ _id: -1 }).toArray());
});

app.get('/users', (req, res) => {
  const cursor = users.find();
  // expect: pagination
  cursor.toArray(function (err, docs) {
    res.json(docs);
  });
});

app.get('/orders/:status', async (req, res) => {
  // expect: pagination P2
  res.json(await db.collection('orders').find({ status: String(req.params.status) }).toArray());
});
