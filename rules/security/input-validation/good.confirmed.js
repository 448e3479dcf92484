const express = require('express');
const validator = require('validator');
const User = require('./user');

const app = express();
app.use(express.json());

// A confirmation is compared with what it confirms, as it is or in another form.
app.post('/signup', async (req, res) => {
  const problems = [];
  if (!validator.isEmail(req.body.email)) problems.push('email');
  if (!validator.isLength(req.body.password, { min: 8, max: 72 })) problems.push('password');
  if (validator.escape(req.body.password) !== validator.escape(req.body.confirmPassword)) problems.push('confirmPassword');
  if (problems.length) return res.status(422).json({ problems });
  res.json(await User.create({ email: req.body.email, password: req.body.password }));
});

app.post('/reset', async (req, res) => {
  const { password, confirm } = req.body;
  if (!validator.isLength(password, { min: 8, max: 72 }) || password.trim() !== confirm.trim()) return res.status(422).end();
  res.json(await User.update({ password }));
});
