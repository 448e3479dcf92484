const express = require('express');
const fs = require('fs');
const path = require('path');

const app = express();
let file;

app.get('/help', (req, res) => {
  // Assigned in this very run, whatever another request has left there.
  file = path.join(__dirname, 'help.txt');
  fs.readFile(file, 'utf8', (error, text) => res.type('text/plain').send(error ? '' : text));
});

app.get('/other', (req, res) => {
  file = req.query.name;
  res.json({ chosen: true });
});
