// A pattern of which the beginning is known leaves out what begins so, and nothing else.
const Koa = require('koa');
const jwt = require('koa-jwt');
const Router = require('@koa/router');
const { Pool } = require('pg');

const pool = new Pool();
const app = new Koa();
const router = new Router();
app.use(jwt({ secret: process.env.JWT_SECRET }).unless({ path: [/^\/swagger-/, /^\/public/] }));
// ok: auth-missing
router.delete('/orders/:id', async (ctx) => {
  await pool.query('DELETE FROM orders WHERE id = $1', [ctx.params.id]);
  ctx.status = 204;
});
app.use(router.routes());
app.listen(3000);
