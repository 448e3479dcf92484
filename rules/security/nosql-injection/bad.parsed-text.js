// What is parsed is an object again, whatever made a text of it before.
const express = require('express');
const mongoose = require('mongoose');
const app = express();
const User = mongoose.model('User', new mongoose.Schema({ name: String }));

app.get('/me', async (req, res) => {
  // expect: nosql-injection
  res.json(await User.findOne({ _id: JSON.parse(decodeURI(req.query.id)) }));
});

app.get('/users', async (req, res) => {
  const filter = JSON.parse(String(req.query.filter));
  // expect: nosql-injection
  res.json(await User.find({ owner: filter.owner }));
});

app.get('/cursor', async (req, res) => {
  const cursor = JSON.parse(Buffer.from(req.query.cursor, 'base64').toString('utf8'));
  // expect: nosql-injection
  res.json(await User.find({ name: cursor.after }).limit(10));
});

app.get('/named', async (req, res) => {
  const filter = JSON.parse('{"name":' + req.query.name + '}');
  // expect: nosql-injection
  res.json(await User.findOne(filter));
});
