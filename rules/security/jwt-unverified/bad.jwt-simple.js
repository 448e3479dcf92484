const jwt = require('jwt-simple');
const fs = require('fs');
const express = require('express');

const publicKey = fs.readFileSync('issuer.crt');
const app = express();

app.use((req, res, next) => {
  // expect: jwt-unverified P0
  const user = jwt.decode(req.headers['x-token'], process.env.JWT_SECRET, true);
  if (user.role !== 'owner') return res.sendStatus(403);
  // expect: jwt-unverified P1
  req.issuer = jwt.decode(req.headers['x-issuer-token'], publicKey);
  return next();
});
