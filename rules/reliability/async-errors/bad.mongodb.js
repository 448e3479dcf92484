const express = require('express');
const { MongoClient } = require('mongodb');

const db = new MongoClient(process.env.MONGO_URL).db('shop');
const app = express();

app.get('/products/:id', (req, res) => {
  // expect: async-errors
  db.collection('visits').insertOne({ product: req.params.id, at: new Date() });
  res.sendStatus(204);
});

app.post('/products/:id/read', (req, res) => {
  // With a callback it promises nothing, and without anybody to take it: a rejection.
  db.collection('products').updateOne({ number: String(req.params.id) }, { $inc: { read: 1 } }, (error) => res.sendStatus(error ? 500 : 204));
});
