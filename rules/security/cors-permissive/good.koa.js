const Koa = require('koa');
const cors = require('@koa/cors');
const crossOrigin = require('koa2-cors');
const jwt = require('koa-jwt');

const allowed = ['https://app.example.com'];
const app = new Koa();
app.use(jwt({ secret: process.env.JWT_SECRET }));
app.use(cors({
  origin(ctx) {
    const origin = ctx.get('Origin');
    return allowed.includes(origin) ? origin : '';
  },
  credentials: true,
}));
app.use(crossOrigin({ origin: () => 'https://app.example.com', credentials: true }));
