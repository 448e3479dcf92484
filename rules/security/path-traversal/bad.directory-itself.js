const path = require('path');
const fs = require('fs');
const app = require('express')();
const DIR = path.resolve('static');

// Another directory that the client names allows nothing.
app.get('/icons', (req, res) => {
  const resolved = path.resolve(DIR, req.query.name);
  if (!resolved.startsWith(DIR + path.sep) && resolved !== req.query.base) return res.sendStatus(403);
  // expect: path-traversal
  res.send(fs.readFileSync(resolved));
});

// That it is not the directory itself says nothing.
app.get('/files', (req, res) => {
  const resolved = path.resolve(DIR, req.query.name);
  if (resolved === DIR) return res.sendStatus(403);
  // expect: path-traversal
  res.send(fs.readFileSync(resolved));
});
