const Koa = require('koa');
const cors = require('@koa/cors');
const crossOrigin = require('koa2-cors');
const jwt = require('koa-jwt');

const app = new Koa();
app.use(jwt({ secret: process.env.JWT_SECRET }));

// expect: cors-permissive P0
app.use(cors({ credentials: true }));

// expect: cors-permissive P1
app.use(cors({ origin: (ctx) => ctx.get('Origin') }));

// expect: cors-permissive P0
app.use(crossOrigin({ credentials: true }));
