const express = require('express');
const fs = require('fs');

const app = express();
let file = 'help.txt';

app.get('/choose', (req, res) => {
  file = req.query.name;
  res.json({ chosen: true });
});

app.get('/help', (req, res) => {
  if (req.query.first === 'yes') file = 'first.txt';
  // expect: path-traversal
  fs.readFile(file, 'utf8', (error, text) => res.type('text/plain').send(error ? '' : text));
});
