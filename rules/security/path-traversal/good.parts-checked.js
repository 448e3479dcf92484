const express = require('express');
const fs = require('fs');
const path = require('path');
const app = express();

const utils = {};
utils.isSane = function (name) {
  return name.split(/[\\/]/gm).every((part) => {
    if (part === '.' || part === '..') return false;
    return part.length < 256;
  });
};

function validatePaths(paths) {
  return (Array.isArray(paths) ? paths : [paths]).every((each) => {
    if (!utils.isSane(each)) {
      console.warn('refused');
      return false;
    }
    return true;
  });
}

app.get('/sizes', (req, res) => {
  const dir = req.query.dir;
  if (!validatePaths(dir)) return res.sendStatus(400);
  ['a.png', 'b.png'].map((name) => {
    return new Promise((resolve) => {
      fs.readFile(path.join('/srv/files', dir, name), (error, data) => resolve(error ? 0 : data.length));
    });
  });
  res.end();
});
