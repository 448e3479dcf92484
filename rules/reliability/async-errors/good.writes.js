const express = require('express');
const mongoose = require('mongoose');

const User = mongoose.model('User', new mongoose.Schema({ name: String }));
const app = express();

app.post('/users', (req, res, next) => {
  const user = new User({ name: req.body.name });
  // The callback is told, as up to Mongoose 6.
  user.save(function (error) {
    if (error) return next(error);
    res.json(user);
  });
});

app.post('/visits', (req, res) => {
  User.create({ name: req.body.name }).catch((error) => console.error(error));
  res.status(204).end();
});

app.post('/both', (req, res, next) => {
  const saved = User.create({ name: req.body.name });
  saved.then((user) => res.json(user)).catch(next);
});
