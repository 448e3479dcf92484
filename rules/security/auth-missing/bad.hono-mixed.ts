import { Hono } from 'hono';
import { jwt } from 'hono/jwt';
import { drizzle } from 'drizzle-orm/node-postgres';
import { eq } from 'drizzle-orm';
import { tasks } from './schema';

const app = new Hono();
const db = drizzle(process.env.DATABASE_URL!);

app.use('/api/*', jwt({ secret: process.env.JWT_SECRET!, alg: 'HS256' }));

// ok: auth-missing
app.post('/api/tasks', async (c) => c.json(await db.insert(tasks).values(await c.req.json()).returning(), 201));

// Beside the path that is guarded.
// expect: auth-missing
app.delete('/v2/tasks/:id', async (c) => {
  await db.delete(tasks).where(eq(tasks.id, c.req.param('id')));
  return c.body(null, 204);
});

export default app;
