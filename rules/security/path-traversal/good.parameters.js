// Checks of a route's parameter that run before its handler.
const crypto = require('crypto');
const express = require('express');
const fs = require('fs');
const path = require('path');

const app = express();
const catchErrors = (handler) => (req, res, next) => handler(req, res, next).catch(next);

app.param('project', (req, res, next, project) => {
  if (project?.match(/^[a-z0-9_-]+$/)) {
    next();
  } else {
    next(new Error('invalid project'));
  }
});
app.param('build', (req, res, next) => {
  if (!/^\d+$/.test(req.params.build)) return res.sendStatus(400);
  next();
});

app.get('/projects/:project', (req, res) => {
  const job = { project: req.params.project };
  // ok: path-traversal
  res.sendFile(path.join('/data', job.project));
});
app.get('/projects/:project/builds/:build', (req, res) => {
  // ok: path-traversal
  res.sendFile(path.join('/data', req.params.project, req.params.build));
});

async function remove(req, res) {
  // ok: path-traversal
  await fs.promises.rm(path.join('/data', req.params.project));
  res.end();
}
app.delete('/projects/:project', catchErrors(remove));

// The file that is named is always a new one.
app.put('/drafts/:name', (req, res) => {
  // ok: path-traversal
  req.pipe(fs.createWriteStream(`/tmp/${req.params.name}_${crypto.randomUUID()}`));
});

// A route without the parameter gives none to the handler that both share.
app.param('user', (req, res, next, user) => (/^[0-9a-f]{24}$/.test(user) ? next() : res.sendStatus(400)));
function log(req, res) {
  // ok: path-traversal
  res.sendFile(path.join('/data', req.params.project, `${req.params.user || 'all'}.log`));
}
app.get('/projects/:project/log', log);
app.get('/projects/:project/users/:user/log', log);
