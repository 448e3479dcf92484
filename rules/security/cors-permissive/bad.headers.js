const express = require('express');
const jwt = require('jsonwebtoken');

const app = express();

app.use((req, res, next) => {
  // expect: cors-permissive P0
  res.header('Access-Control-Allow-Origin', req.headers.origin);
  res.header('Access-Control-Allow-Credentials', 'true');
  next();
});

app.use('/reports', (req, res, next) => {
  // expect: cors-permissive P1
  res.setHeader('Access-Control-Allow-Origin', '*');
  req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET, { algorithms: ['HS256'] });
  next();
});

app.use('/any', (req, res, next) => {
  // expect: cors-permissive P1
  res.set('Access-Control-Allow-Origin', req.get('origin') || '*');
  next();
});

app.use('/partners', (req, res, next) => {
  const origin = req.headers.origin;
  if (origin && origin.includes('partner.example')) {
    // expect: cors-permissive P1
    res.setHeader('Access-Control-Allow-Origin', origin);
  }
  next();
});

app.get('/reports/site', (req, res) => {
  const site = req.query.site;
  // expect: cors-permissive P1
  res.setHeader('Access-Control-Allow-Origin', site);
  res.end();
});
