const fs = require('fs');
const Koa = require('koa');
const jwt = require('koa-jwt');

const app = new Koa();
app.use(jwt({ secret: fs.readFileSync('/etc/keys/public.pem'), algorithms: ['RS256'] }));
app.use(jwt({ secret: process.env.JWT_SECRET }));
