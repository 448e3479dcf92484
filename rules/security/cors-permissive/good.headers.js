const express = require('express');
const jwt = require('jsonwebtoken');

const allowed = new Set(['https://app.example.com']);
const app = express();

app.use((req, res, next) => {
  const origin = req.headers.origin;
  if (allowed.has(origin)) {
    res.header('Access-Control-Allow-Origin', origin);
    res.header('Access-Control-Allow-Credentials', 'true');
  }
  next();
});

app.use('/fixed', (req, res, next) => {
  res.setHeader('Access-Control-Allow-Origin', process.env.APP_ORIGIN);
  req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET, { algorithms: ['HS256'] });
  next();
});

app.get('/font.woff2', (req, res) => {
  // ok: cors-permissive
  res.setHeader('Access-Control-Allow-Origin', '*');
  res.sendFile('/srv/font.woff2');
});
