import { Hono } from 'hono';
import Koa from 'koa';
import Router from '@koa/router';
import ratelimit from 'koa-ratelimit';
import { rateLimiter } from 'hono-rate-limiter';

const app = new Hono();
app.use('/api/*', rateLimiter({ windowMs: 60_000, limit: 60, keyGenerator: (c) => c.req.header('x-client') ?? '' }));
app.get('/api/a', (c) => c.json([]));
// expect: rate-limit P0
app.post('/auth/login', (c) => c.json({}));

const koa = new Koa();
const router = new Router();
// expect: rate-limit P1
router.get('/orders', (ctx) => {
  ctx.body = [];
});
koa.use(router.routes());
koa.use(ratelimit({ driver: 'memory', db: new Map(), max: 100 }));

export { app, koa };
