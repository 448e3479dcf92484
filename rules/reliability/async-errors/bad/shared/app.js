const express = require('express');
const { sessions } = require('./sessions');

const app = express();
const signedIn = async (req, res, next) => {
  req.user = await sessions.userOf(req.headers.authorization);
  next();
};

// One middleware that many routes are given is told once, where it is given first.
// expect: async-errors
app.get('/orders', signedIn, (req, res) => res.json(req.user.orders));
app.get('/profile', signedIn, (req, res) => res.json(req.user));
app.post('/profile', signedIn, (req, res) => res.json(req.user));
// expect: async-errors
app.delete('/profile', signedIn, async (req, res) => {
  await sessions.close(req.user);
  res.status(204).end();
});
