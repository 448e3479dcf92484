const Koa = require('koa');
const Router = require('@koa/router');
const { Pool } = require('pg');

const app = new Koa();
const router = new Router();
const pool = new Pool();

// expect: auth-missing
router.put('/settings/:name', async (ctx) => {
  await pool.query('UPDATE settings SET value = $1 WHERE name = $2', [ctx.request.body.value, ctx.params.name]);
  ctx.status = 204;
});

app.use(router.routes());
app.listen(3000);
