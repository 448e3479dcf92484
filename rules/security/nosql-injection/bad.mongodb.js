const express = require('express');
const { MongoClient, ObjectId } = require('mongodb');

const app = express();
app.use(express.json());
const client = new MongoClient(process.env.MONGO_URL);
const db = client.db('shop');
const users = db.collection('users');

app.post('/login', async (req, res) => {
  // expect: nosql-injection P0
  const user = await users.findOne({ email: req.body.email, password: req.body.password });
  res.json(user);
});

app.get('/users', async (req, res) => {
  const { name } = req.query;
  // expect: nosql-injection P0
  res.json(await users.find({ name }).toArray());
  // expect: nosql-injection P0
  res.json(await users.find(req.query).toArray());
});

app.post('/search', async (req, res) => {
  const filter = { active: true };
  if (req.body.city) filter.city = req.body.city;
  // expect: nosql-injection P0
  res.json(await db.collection('users').countDocuments(filter));
  // expect: nosql-injection P0
  res.json(await db.collection('users').aggregate([{ $match: { city: req.body.city } }, { $limit: 10 }]).toArray());
  // expect: nosql-injection P0
  res.json(await db.collection('users').find({ $or: [{ city: req.body.city }, { zip: req.body.zip }] }).toArray());
});

app.delete('/tokens', async (req, res) => {
  const { token } = req.body;
  // expect: nosql-injection P0
  await db.collection('tokens').deleteOne({ token });
  // expect: nosql-injection P0
  await db.collection('tokens').updateMany({ owner: req.body.owner }, { $set: { revoked: true } });
  res.end();
});

app.get('/where/:owner', async (req, res) => {
  // expect: nosql-injection P0
  const found = db.collection('orders').find({ $where: `this.owner == '${req.params.owner}'` });
  // expect: nosql-injection P0
  await db.collection('orders').mapReduce('function () { emit(this.' + req.query.field + ', 1); }', 'function (k, v) { return v.length; }');
  res.json(await found.toArray());
});

exports.ordersOf = function (owner) {
  // expect: nosql-injection P1
  return db.collection('orders').find({ $where: "this.owner == '" + owner + "'" }).toArray();
};

MongoClient.connect('mongodb://localhost', function (err, connection) {
  app.post('/old', function (req, res) {
    // expect: nosql-injection P0
    connection.collection('users').findOne({ name: req.body.name }, function (error, user) {
      res.send(user);
    });
  });
});
