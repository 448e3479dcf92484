const express = require('express');
const passport = require('passport');
const { Strategy } = require('passport-local');
const { MongoClient } = require('mongodb');

const app = express();
app.use(express.json());

app.post('/find', async (req, res) => {
  const client = await MongoClient.connect(process.env.MONGO_URL).catch((error) => console.error(error));
  res.json(await client.db('shop').collection('customers').findOne({ name: String(req.body.name) }));
});

// passport-local hands on texts only.
passport.use(new Strategy(async (username, password, done) => {
  const client = await MongoClient.connect(process.env.MONGO_URL);
  done(null, await client.db('shop').collection('users').findOne({ username }));
}));
