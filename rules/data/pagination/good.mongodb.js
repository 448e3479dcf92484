const express = require('express');
const { MongoClient, ObjectId } = require('mongodb');

const db = new MongoClient(process.env.MONGO_URL).db('shop');
const app = express();

app.get('/orders', async (req, res) => {
  res.json(await db.collection('orders').find({}).sort({ _id: -1 }).limit(50).toArray());
});

app.get('/users', async (req, res) => {
  const cursor = db.collection('users').find({}, { limit: 20, sort: { name: 1 } });
  res.json(await cursor.toArray());
});

app.get('/sums', async (req, res) => {
  res.json(await db.collection('orders').aggregate([{ $group: { _id: '$status', count: { $sum: 1 } } }]).toArray());
});

// Once, as the service starts.
async function warm() {
  return db.collection('orders').find().toArray();
}
warm();
