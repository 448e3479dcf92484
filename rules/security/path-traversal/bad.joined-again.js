const fs = require('fs');
const path = require('path');
const app = require('express')();

app.get('/joined', (req, res) => {
  const parts = req.query.name.split('/');
  // expect: path-traversal
  fs.createReadStream(path.join('files', parts.join(path.sep))).pipe(res);
});

app.get('/words', (req, res) => {
  // expect: path-traversal
  fs.createReadStream('files/' + req.query.name.split(' ')[0]).pipe(res);
});

app.get('/directory', (req, res) => {
  // expect: path-traversal
  fs.createReadStream(path.join(path.parse(req.query.name).dir, 'index.html')).pipe(res);
});
