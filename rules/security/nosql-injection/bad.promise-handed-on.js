const express = require('express');
const { MongoClient } = require('mongodb');

const app = express();
app.use(express.json());

app.post('/find', async (req, res) => {
  const client = await MongoClient.connect(process.env.MONGO_URL).catch((error) => console.error(error));
  const customers = client.db('shop').collection('customers');
  const wanted = { name: req.body.name };
  // expect: nosql-injection
  customers.findOne(wanted, (error, found) => res.json(found));
});

app.post('/login', async (req, res) => {
  const client = await new MongoClient(process.env.MONGO_URL).connect().finally(() => console.log('connected'));
  // expect: nosql-injection
  res.json(await client.db('shop').collection('users').findOne({ email: req.body.email }));
});
