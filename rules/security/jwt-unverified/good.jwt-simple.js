const jwt = require('jwt-simple');
const fs = require('fs');
const express = require('express');

const publicKey = fs.readFileSync('issuer.crt');
const app = express();

app.use((req, res, next) => {
  // This library's decode verifies.
  const user = jwt.decode(req.headers['x-token'], process.env.JWT_SECRET);
  if (user.role !== 'owner') return res.sendStatus(403);
  req.other = jwt.decode(req.headers['x-token'], process.env.JWT_SECRET, false, 'HS256');
  req.issuer = jwt.decode(req.headers['x-issuer-token'], publicKey, false, 'RS256');
  return next();
});
