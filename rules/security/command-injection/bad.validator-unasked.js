// express-validator notes what is wrong and refuses nothing: somebody has to ask.
const { exec } = require('child_process');
const { query, validationResult } = require('express-validator');
const app = require('express')();

app.get('/unasked', query('lines').isInt(), (req, res) => {
  // expect: command-injection
  exec('tail -n ' + req.query.lines, () => res.end());
});

app.get('/asked', query('lines').isInt(), (req, res) => {
  if (!validationResult(req).isEmpty()) return res.status(400).end();
  // ok: command-injection
  exec('tail -n ' + req.query.lines, () => res.end());
});

function refuse(req, res, next) {
  if (!validationResult(req).isEmpty()) return res.status(400).end();
  next();
}

app.get('/asked-before', query('lines').isInt(), refuse, (req, res) => {
  // ok: command-injection
  exec('tail -n ' + req.query.lines, () => res.end());
});
