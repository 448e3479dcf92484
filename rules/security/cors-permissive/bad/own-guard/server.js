// Callers are told apart by a guard of the program's own.
const express = require('express');
const cors = require('cors');
const { findSession } = require('./sessions');

const app = express();
// expect: cors-permissive P1
app.use(cors());

function requireSession(req, res, next) {
  const found = findSession(req.headers['x-session-token']);
  if (!found) {
    res.status(401).json({ error: 'unauthorized' });
    return;
  }
  req.account = found.account;
  next();
}

app.post('/notes', requireSession, (req, res) => {
  res.json({ ok: true });
});
