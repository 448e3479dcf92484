const cryo = require('cryo');
const express = require('express');
const funcster = require('funcster');
const serialize = require('node-serialize');

const app = express();

app.get('/session', (req, res) => {
  const text = Buffer.from(req.cookies.profile, 'base64').toString();
  // expect: code-injection P0
  const profile = serialize.unserialize(text);
  res.send(profile.name);
});

app.post('/restore', (req, res) => {
  // expect: code-injection P0
  funcster.deepDeserialize(req.body);
  // expect: code-injection P0
  cryo.parse(req.body.state);
  // expect: code-injection P0
  eval('(' + req.body.serialized + ')');
  res.end();
});
