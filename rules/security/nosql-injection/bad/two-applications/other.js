const express = require('express');
const { MongoClient } = require('mongodb');

const app = express();
app.use(express.json());
const users = new MongoClient('mongodb://db').db('app').collection('users');

app.post('/login', async (req, res) => {
  // expect: nosql-injection
  res.json(await users.findOne({ name: req.body.name, password: req.body.password }));
});
