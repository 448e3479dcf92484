const express = require('express');
const unzipper = require('unzipper');
const fs = require('fs');
const path = require('path');

const app = express();

// ok: path-traversal
app.use('/public', express.static('public'));

app.use('/home/:user', (req, res, next) => {
  // expect: path-traversal
  return express.static('/home/' + req.params.user)(req, res, next);
});

app.post('/unpack', (req, res) => {
  req.pipe(unzipper.Parse()).on('entry', (entry) => {
    // expect: path-traversal
    entry.pipe(fs.createWriteStream(path.join('out', entry.path)));
    // ok: path-traversal
    entry.pipe(fs.createWriteStream(path.join('out', path.basename(entry.path))));
  });
  res.end();
});
