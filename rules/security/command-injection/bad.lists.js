const express = require('express');
const { exec } = require('child_process');
const app = express();
const SERVICES = new Set(['web', 'api']);

app.get('/some', (req, res) => {
  const names = [].concat(req.query.names);
  if (!names.some((name) => SERVICES.has(name))) return res.sendStatus(400);
  // expect: command-injection
  exec('svc ' + names.join(' '));
  res.end();
});

app.get('/every', (req, res) => {
  const names = [].concat(req.query.names);
  if (names.every((name) => SERVICES.has(name))) res.status(400);
  // expect: command-injection
  exec('svc ' + names.join(' '));
  res.end();
});
