// Equal to what the same client sends proves nothing.
const express = require('express');
const mongoose = require('mongoose');
const Note = mongoose.model('Note', new mongoose.Schema({ owner: String }));
const app = express();
app.use(express.json());

app.post('/a', async (req, res) => {
  const { owner, again } = req.body;
  if (owner !== again) return res.sendStatus(400);
  // expect: nosql-injection P0
  res.json(await Note.findOne({ owner }));
});
app.post('/b', async (req, res) => {
  const { owner } = req.body;
  if (owner !== req.body.user.id) return res.sendStatus(403);
  // expect: nosql-injection P0
  res.json(await Note.findOne({ owner }));
});
