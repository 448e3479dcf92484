// Handlers of parameters that check another one, or let every value pass.
const crypto = require('crypto');
const express = require('express');
const path = require('path');
const fs = require('fs');

const app = express();

app.param('project', (req, res, next, project) => {
  if (!/^[a-z0-9_-]+$/.test(project)) return res.sendStatus(400);
  next();
});
app.param('build', (req, res, next, build) => {
  console.log('build', build);
  next();
});

app.get('/projects/:project/files/:file', (req, res) => {
  // expect: path-traversal
  res.sendFile(path.join('/data', req.params.file));
});
app.get('/builds/:build', (req, res) => {
  // expect: path-traversal
  res.sendFile(path.join('/data', req.params.build));
});

// Only the directory is random.
app.put('/drafts/:name', (req, res) => {
  // expect: path-traversal
  req.pipe(fs.createWriteStream(`/tmp/${crypto.randomUUID()}/${req.params.name}`));
});
