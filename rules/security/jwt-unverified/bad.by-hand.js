const express = require('express');

const app = express();

app.use((req, res, next) => {
  const token = req.headers.authorization.replace('Bearer ', '');
  // expect: jwt-unverified P0
  req.user = JSON.parse(Buffer.from(token.split('.')[1], 'base64').toString());
  if (req.user.role !== 'admin') return res.sendStatus(403);
  return next();
});

app.get('/tenant', (req, res) => {
  const payload = req.cookies.session.split('.')[1];
  // expect: jwt-unverified P0
  const claims = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
  res.json(loadTenant(claims.tenantId));
});

app.get('/orders', (req, res) => {
  const [, body] = req.cookies.session.split('.');
  // expect: jwt-unverified P0
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  res.json(loadOrders(claims.userId));
});
