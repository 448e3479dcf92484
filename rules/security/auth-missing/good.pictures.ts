import { Hono } from 'hono';
import { createFederation, MemoryKvStore } from '@fedify/fedify';
import { drizzle } from 'drizzle-orm/node-postgres';
import { accounts } from './schema';

const db = drizzle(process.env.DATABASE_URL!);
export const federation = createFederation({ kv: new MemoryKvStore() });
export const app = new Hono();

app.use('/settings/*', async (c, next) => {
  if (c.req.header('authorization') === undefined) return c.json({ error: 'unauthorized' }, 401);
  await next();
});
app.put('/settings/name', async (c) => {
  await db.update(accounts).set({ name: (await c.req.json()).name });
  return c.body(null, 204);
});

// Servers of others ask for accounts.
app.get('/accounts/:id', async (c) => c.json(await db.select().from(accounts).where(eq(accounts.id, c.req.param('id')))));
