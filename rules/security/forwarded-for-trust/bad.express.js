const express = require('express');

const app = express();
// expect: forwarded-for-trust P1
app.set('trust proxy', true);
// expect: forwarded-for-trust P1
app.enable('trust proxy');

const attempts = new Map();

function clientAddress(req) {
  // expect: forwarded-for-trust P1
  var forwarded = req.headers['x-forwarded-for'];
  return forwarded ? forwarded.split(',')[0] : req.connection.remoteAddress;
}

app.use((req, res, next) => {
  const ip = clientAddress(req);
  attempts.set(ip, (attempts.get(ip) || 0) + 1);
  next();
});

app.get('/admin', (req, res) => {
  // expect: forwarded-for-trust P1
  if (req.get('X-Forwarded-For') !== '10.0.0.1') return res.sendStatus(403);
  res.send('ok');
});

module.exports = app;
