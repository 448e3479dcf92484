const express = require('express');
const { expressjwt } = require('express-jwt');
const jwks = require('jwks-rsa');

const app = express();
app.use(expressjwt({
  secret: jwks.expressJwtSecret({ jwksUri: 'https://login.example.com/.well-known/jwks.json', cache: true }),
  audience: 'desk',
  issuer: 'https://login.example.com/',
  algorithms: ['RS256'],
}));
app.use(expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }).unless({ path: ['/login'] }));
