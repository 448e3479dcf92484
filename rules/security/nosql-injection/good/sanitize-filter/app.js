const express = require('express');
const { User } = require('./db');

const app = express();
app.post('/login', async (req, res) => {
  res.json(await User.findOne({ email: req.body.email }));
});
