const Koa = require('koa');
const Router = require('@koa/router');
const ratelimit = require('koa-ratelimit');

const app = new Koa();
app.use(ratelimit({ driver: 'redis', db: require('./redis'), duration: 60000, max: 100 }));
const router = new Router({ prefix: '/v1' });
router.post('/login', (ctx) => {
  ctx.body = {};
});
app.use(router.routes());
