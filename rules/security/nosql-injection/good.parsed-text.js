// What is parsed and made a text, or compared with one, is no operator.
const express = require('express');
const mongoose = require('mongoose');
const app = express();
const User = mongoose.model('User', new mongoose.Schema({ name: String }));

app.get('/me', async (req, res) => {
  res.json(await User.findOne({ _id: String(JSON.parse(decodeURI(req.query.id))) }));
});

app.get('/cursor', async (req, res) => {
  const cursor = JSON.parse(Buffer.from(req.query.cursor, 'base64').toString('utf8'));
  if (typeof cursor.after !== 'string') return res.status(400).end();
  res.json(await User.find({ name: cursor.after }).limit(10));
});

app.get('/named', async (req, res) => {
  res.json(await User.findOne({ name: decodeURIComponent(req.query.name) }));
});
