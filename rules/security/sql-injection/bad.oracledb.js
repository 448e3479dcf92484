import Koa from 'koa';
import Router from '@koa/router';
import oracledb from 'oracledb';

const app = new Koa();
const router = new Router();

router.get('/parts', async (ctx) => {
  const connection = await oracledb.getConnection();
  // expect: sql-injection P0
  const result = await connection.execute(`SELECT * FROM parts WHERE name LIKE '%${ctx.query.name}%'`);
  ctx.body = result.rows;
});

router.post('/parts', async (ctx) => {
  const pool = await oracledb.createPool({ user: 'parts' });
  const connection = await pool.getConnection();
  // expect: sql-injection P0
  await connection.executeMany(`INSERT INTO ${ctx.request.body.table} (id) VALUES (:1)`, [[1], [2]]);
  ctx.status = 201;
});

app.use(router.routes());
