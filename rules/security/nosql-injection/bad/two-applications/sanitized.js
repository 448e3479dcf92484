const express = require('express');
const mongoSanitize = require('express-mongo-sanitize');
const { MongoClient } = require('mongodb');

const app = express();
app.use(express.json());
app.use(mongoSanitize());
const users = new MongoClient('mongodb://db').db('app').collection('users');

app.post('/login', async (req, res) => {
  // ok: nosql-injection
  res.json(await users.findOne({ name: req.body.name, password: req.body.password }));
});
