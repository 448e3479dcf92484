const Promise = require('bluebird');
const express = require('express');
const { exec } = require('child_process');

const app = express();
const nameOf = async (req) => req.query.name;
const countOf = async (req) => Number(req.query.count);

app.get('/say', async (req, res) => {
  const [name, count] = await Promise.all([nameOf(req), countOf(req)]);
  // expect: command-injection
  exec(`echo ${name}`);
  // ok: command-injection
  exec(`echo ${count}`);
  res.end();
});
