const express = require('express');
const mongoose = require('mongoose');

// The model has a pattern of its own.
const User = mongoose.model('User', new mongoose.Schema({ email: { type: String, required: true, match: [/^\S+@\S+\.\S+$/, 'no e-mail address'] } }));

const app = express();
app.use(express.json());
app.post('/register', async (req, res) => {
  const user = await User.create({ email: req.body.email });
  res.status(201).json({ id: user.id });
});
