const express = require('express');
const mongoose = require('mongoose');

const User = mongoose.model('User', new mongoose.Schema({ email: String }));

const app = express();
app.get('/users/:id', (req, res, next) => {
  // ok: async-errors
  User.findById(req.params.id).then((user) => res.json(user)).catch(next);
});
app.get('/names/:id', (req, res, next) => {
  // ok: async-errors
  User.findById(req.params.id).then((user) => res.json(user.name), next);
});
app.get('/mails/:id', (req, res) => {
  // ok: async-errors
  return User.findById(req.params.id).then((user) => res.json(user.email)).catch(() => res.sendStatus(500));
});
