const Koa = require('koa');
const Router = require('@koa/router');
const koaJwt = require('koa-jwt');
const { Pool } = require('pg');

const app = new Koa();
const open = new Router();
const router = new Router();
const pool = new Pool();

open.post('/guarded-inside', async (ctx) => {
  if (!ctx.state.user) ctx.throw(401);
  await pool.query('INSERT INTO a DEFAULT VALUES');
});
router.put('/settings/:name', async (ctx) => {
  await pool.query('UPDATE settings SET value = $1 WHERE name = $2', [ctx.request.body.value, ctx.params.name]);
  ctx.status = 204;
});

// A cookie that is taken back, and an answer without a body: nothing is changed.
open.delete('/cookie', async (ctx) => {
  ctx.cookies.set('token', '', { maxAge: 0 });
  ctx.res.writeHead(204);
  ctx.res.end();
});

app.use(open.routes());
app.use(koaJwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }));
app.use(router.routes());
app.listen(3000);
