const path = require('path');
const fs = require('fs');
const app = require('express')();

const authorise = (role) => (req, res, next) => (req.user && req.user.role === role ? next() : res.sendStatus(403));
const answer = (req, res) => res.json(req.result);

function removeExtension(req, res, next) {
  // expect: path-traversal P1
  fs.rmSync(path.join('extensions', req.query.id), { recursive: true });
  next();
}
function removeFile(req, res, next) {
  // expect: path-traversal P0
  fs.rmSync(path.join('files', req.query.id), { recursive: true });
  next();
}

app.delete('/extensions', authorise('admin'), removeExtension, answer);
app.delete('/files', authorise('user'), removeFile, answer);
