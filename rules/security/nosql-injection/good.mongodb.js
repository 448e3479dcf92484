const express = require('express');
const { MongoClient, ObjectId } = require('mongodb');

const app = express();
app.use(express.json());
const client = new MongoClient(process.env.MONGO_URL);
const db = client.db('shop');
const users = db.collection('users');

// Path parameters, headers and cookies are texts.
app.get('/users/:name', async (req, res) => {
  const session = await db.collection('sessions').findOne({ token: req.headers.authorization, cookie: req.cookies.session });
  res.json(await users.findOne({ name: req.params.name, owner: session.owner }));
});

// Texts are made of what must be texts.
app.post('/login', async (req, res) => {
  const user = await users.findOne({ name: `${req.body.name}`, kind: '' + req.body.kind });
  res.json(user);
});

// Values, not conditions.
app.post('/equal', async (req, res) => {
  res.json(await users.findOne({ email: { $eq: req.body.email }, city: { $in: req.body.cities }, age: { $gte: req.body.age } }));
});

app.post('/number', async (req, res) => {
  res.json(await users.findOne({ _id: new ObjectId(req.body.id), age: Number(req.body.age), tall: req.body.height > 180 }));
});

// Data that is stored, and what came out of the database.
app.post('/orders/:email', async (req, res) => {
  const user = await users.findOne({ email: req.params.email });
  await db.collection('orders').insertOne(req.body);
  await db.collection('orders').updateOne({ owner: user._id }, { $set: { note: req.body.note } });
  res.json(await db.collection('orders').find({ owner: user._id }).toArray());
});

app.get('/where', async (req, res) => {
  const kind = req.query.kind === 'paid' ? 'paid' : 'open';
  res.json(await db.collection('orders').find({ $where: 'this.total > this.paid', kind }).toArray());
});
