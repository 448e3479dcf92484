// A value that has to be what the server says of the caller is no longer chosen by a client.
const express = require('express');
const mongoose = require('mongoose');
const Note = mongoose.model('Note', new mongoose.Schema({ owner: String }));
const app = express();
app.use(express.json());
const ownId = (session) => session?.user?._id;

app.post('/a', async (req, res) => {
  if (req.body.owner !== req.user.id) return res.sendStatus(403);
  // ok: nosql-injection
  res.json(await Note.findOne({ owner: req.body.owner }));
});
app.post('/b', async (req, res) => {
  const { owner } = req.body;
  const signedIn = ownId(req.session);
  if (!signedIn || signedIn !== owner) return res.sendStatus(401);
  // ok: nosql-injection
  res.json(await Note.findOne({ owner }));
});
app.post('/c', async (req, res) => {
  const { owner } = req.body;
  if (owner === res.locals.user.id) {
    // ok: nosql-injection
    res.json(await Note.findOne({ owner }));
  }
});
app.post('/d', async (req, res) => {
  const { owner } = req.body;
  if (!req.user._id.equals(owner)) return res.sendStatus(403);
  // ok: nosql-injection
  res.json(await Note.findOne({ owner }));
});
