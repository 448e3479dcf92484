const path = require('path');
const fs = require('fs');
const app = require('express')();
const DIR = path.resolve('static');

function fileOf(kind, name) {
  const base = path.resolve(DIR, kind);
  const resolved = path.resolve(base, name);
  if (!resolved.startsWith(base + path.sep) && resolved !== base) throw new Error('outside');
  return resolved;
}

app.get('/icons', (req, res) => {
  // ok: path-traversal
  res.send(fs.readFileSync(fileOf('icons', req.query.name)));
});

app.get('/files', (req, res) => {
  const full = path.join(DIR, req.query.name);
  const resolved = path.resolve(full);
  if (!resolved.startsWith(DIR + path.sep) && resolved !== DIR) return res.sendStatus(403);
  // ok: path-traversal
  res.send(fs.readFileSync(full));
});
