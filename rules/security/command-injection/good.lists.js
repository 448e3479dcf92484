const express = require('express');
const Joi = require('joi');
const { exec, execSync } = require('child_process');
const app = express();
const SERVICES = new Set(['web', 'api']);
const isName = (text) => /^[\w-]+$/.test(text);

app.get('/every', (req, res) => {
  const names = [].concat(req.query.names);
  if (!names.every((name) => SERVICES.has(name))) return res.sendStatus(400);
  exec('svc ' + names.join(' '));
  res.end();
});

app.get('/some', function (req, res) {
  const names = req.query.names.split(',');
  if (names.some((name) => !isName(name))) throw new Error('names');
  exec('svc ' + names.join(' '));
  res.end();
});

function allNamed(names) {
  return (Array.isArray(names) ? names : [names]).every(isName);
}

app.get('/helper', function (req, res) {
  if (!allNamed(req.query.name)) return res.sendStatus(400);
  exec('svc ' + req.query.name);
  res.end();
});

app.get('/host', (req, res) => {
  const { error, value } = Joi.object({ host: Joi.string().hostname().required() }).validate(req.query);
  if (error) return res.sendStatus(400);
  res.send(execSync(`dig +short ${value.host}`));
});
