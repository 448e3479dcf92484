const express = require('express');
const _ = require('lodash');
const mongoose = require('mongoose');
const xpath = require('xpath');
const app = express();
app.use(express.json());
const User = mongoose.model('User', new mongoose.Schema({ email: String }));

function withoutOperators(value) {
  if (value instanceof Object) {
    for (const key in value) {
      if (/^\$/.test(key)) delete value[key];
    }
  }
  return value;
}

const clean = (value) => {
  Object.keys(value || {}).forEach((key) => {
    if (key.startsWith('$')) delete value[key];
    else if (typeof value[key] === 'object') clean(value[key]);
  });
};

app.post('/returned', async (req, res) => {
  res.json(await User.findOne({ email: withoutOperators(req.body.email) }));
});

app.post('/in-place', async (req, res) => {
  clean(req.body);
  res.json(await User.findOne({ email: req.body.email }));
});

app.post('/before', (req, res, next) => { clean(req.body); next(); }, async (req, res) => {
  res.json(await User.findOne({ email: req.body.email }));
});

app.post('/text', async (req, res) => {
  res.json(await User.findOne({ email: _.trim(req.body.email) }));
});

app.get('/path', (req, res) => {
  res.json(xpath.parse('//user[name=$name]').select({ node: document, variables: { name: req.query.name } }));
});
