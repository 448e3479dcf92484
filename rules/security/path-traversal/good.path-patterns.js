// A parameter of which the path itself says what it may be; a path that is the directory or below it.
const express = require('express');
const fs = require('fs');
const { resolve, sep, join } = require('path');

const app = express();
const ID = '([0-9a-fA-F]{10,16})';
const base = resolve(process.env.UPLOADS);

app.get(`/download/:id${ID}`, (req, res) => {
  fs.createReadStream(join('/srv/files', req.params.id)).pipe(res);
});
app.get('/pages/:page(\\d+)', (req, res) => {
  fs.createReadStream(`/srv/pages/${req.params.page}`).pipe(res);
});
app.get('/raw', (req, res) => {
  const file = resolve(base, req.query.path);
  if (file !== base && !file.startsWith(base + sep)) return res.sendStatus(404);
  fs.createReadStream(file).pipe(res);
});
