import { Hono } from 'hono';
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL!);
const app = new Hono();

app.get('/users', async (c) => {
  const name = c.req.query('name');
  // expect: sql-injection P0
  const users = await sql.unsafe(`select * from users where name = '${name}'`);
  return c.json(users);
});

app.post('/users/:id/rename', async (c) => {
  const { name } = await c.req.json();
  await sql.begin(async (tx) => {
    // expect: sql-injection P0
    await tx.unsafe('update users set name = \'' + name + '\' where id = ' + c.req.param('id'));
  });
  return c.body(null, 204);
});

export default app;
