import Koa from 'koa';
import Router from '@koa/router';
import oracledb from 'oracledb';

const app = new Koa();
const router = new Router();

router.get('/parts', async (ctx) => {
  const connection = await oracledb.getConnection();
  const result = await connection.execute('SELECT * FROM parts WHERE name LIKE :name', { name: `%${ctx.query.name}%` });
  ctx.body = result.rows;
});

router.post('/parts', async (ctx) => {
  const pool = await oracledb.createPool({ user: 'parts' });
  const connection = await pool.getConnection();
  const table = { stock: 'parts_stock', orders: 'parts_orders' }[ctx.request.body.table];
  if (!table) ctx.throw(400);
  await connection.executeMany(`INSERT INTO ${table} (id) VALUES (:1)`, [[1], [2]]);
  ctx.status = 201;
});

app.use(router.routes());
