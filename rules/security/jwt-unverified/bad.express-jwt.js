const express = require('express');
const { expressjwt } = require('express-jwt');
const fs = require('fs');

const app = express();
// expect: jwt-unverified P0
app.use(expressjwt({ secret: fs.readFileSync('public.pem') }));
// expect: jwt-unverified P0
app.use(expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['none', 'HS256'] }));
// expect: jwt-unverified P1
app.use(expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'], ignoreExpiration: true }));
