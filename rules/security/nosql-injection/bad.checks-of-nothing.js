const express = require('express');
const mongoose = require('mongoose');
const User = mongoose.model('User', new mongoose.Schema({ email: String, token: String }));
const app = express();
app.use(express.json());

function validate(body) {
  if (!body.email) return 'email is missing';
}
function protect(req, res, next) {
  if (req.headers['x-key'] !== process.env.KEY) return res.sendStatus(401);
  next();
}

app.post('/reset', async (req, res) => {
  const error = validate(req.body);
  if (error) return res.status(400).end();
  // expect: nosql-injection
  res.json(await User.findOne({ email: req.body.email }));
});
app.post('/token', protect, async (req, res) => {
  // expect: nosql-injection
  res.json(await User.findOne({ token: req.body.token }));
});
