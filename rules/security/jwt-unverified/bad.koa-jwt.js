const fs = require('fs');
const Koa = require('koa');
const jwt = require('koa-jwt');

const app = new Koa();
// expect: jwt-unverified P1
app.use(jwt({ secret: fs.readFileSync('/etc/keys/public.pem') }));
// expect: jwt-unverified P0
app.use(jwt({ secret: process.env.JWT_SECRET, algorithms: ['none'] }));
