import { Hono } from 'hono';
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL!);
const app = new Hono();

app.get('/users', async (c) => {
  const name = c.req.query('name');
  const columns = (c.req.query('columns') ?? 'id').split(',');
  const users = await sql`select ${sql(columns)} from users where name = ${name ?? null}`;
  return c.json(users);
});

app.post('/users/:id/rename', async (c) => {
  const { name } = await c.req.json();
  await sql.begin(async (tx) => {
    await tx`update users set name = ${name} where id = ${c.req.param('id')}`;
    await tx.unsafe('insert into audit (what) values ($1)', [name]);
  });
  return c.body(null, 204);
});

export default app;
