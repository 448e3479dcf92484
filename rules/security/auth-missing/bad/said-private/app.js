const bcrypt = require('bcrypt');
const express = require('express');
const OpenAI = require('openai');
const jwt = require('jsonwebtoken');
const mongoose = require('mongoose');

const User = mongoose.model('User', new mongoose.Schema({ email: String, password: String }));
const client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
const jobs = [];
const app = express();
app.use(express.json());

function requireUser(req, res, next) {
  try {
    req.user = jwt.verify((req.headers.authorization || '').slice(7), process.env.JWT_SECRET, { algorithms: ['HS256'] });
    next();
  } catch {
    res.sendStatus(401);
  }
}

app.delete('/users/:id', requireUser, async (req, res) => res.json(await User.findByIdAndDelete(req.params.id)));

// @access   Private
// expect: auth-missing
app.get('/users/:id', async (req, res) => res.json(await User.findById(req.params.id)));

app.post('/register', async (req, res) => {
  const user = new User(req.body);
  await user.hashPassword();
  await user.save();
  res.status(201).json({ id: user.id });
});

// Signing up has an address of its own: this one is for somebody else.
// expect: auth-missing
app.post('/users', async (req, res) => {
  const user = new User({ ...req.body, password: await bcrypt.hash(req.body.password, 12) });
  await user.save();
  res.status(201).json({ id: user.id });
});

// @access   Public
const VERSION = '1';

// expect: auth-missing
app.post('/jobs', (req, res) => {
  jobs.push({ version: VERSION, ...req.body });
  res.sendStatus(202);
});

// expect: auth-missing
app.post('/prompts', async (req, res) => {
  const answer = await client.chat.completions.create({ model: 'gpt-4o', max_tokens: 100, messages: req.body.messages });
  res.json(answer);
});

app.listen(3000);
