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

// What is set tells nothing about who calls.
// expect: auth-missing
router.post('/notes', async (ctx) => {
  await pool.query('INSERT INTO notes (text) VALUES ($1)', [ctx.request.body.text]);
  ctx.cookies.set('last', 'note', { httpOnly: true });
  ctx.status = 201;
});
