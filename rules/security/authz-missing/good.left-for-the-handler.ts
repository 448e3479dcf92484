import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';

const keys = pgTable('keys', { hash: text('hash'), appId: text('app_id') });
const videos = pgTable('videos', { id: text('id'), appId: text('app_id'), title: text('title') });
const db = drizzle(process.env.DATABASE_URL!);
const app = new Hono();

const withKey = createMiddleware(async (c, next) => {
  const [key] = await db.select().from(keys).where(eq(keys.hash, String(c.req.header('authorization'))));
  if (!key) return c.json({ error: 'no such key' }, 401);
  c.set('appId', key.appId);
  await next();
});

// What the step before has found out limits what is changed.
app.delete('/videos/:id', withKey, async (c) => {
  const [video] = await db.select().from(videos).where(and(eq(videos.id, c.req.param('id')), eq(videos.appId, c.get('appId'))));
  if (!video) return c.json({ error: 'not found' }, 404);
  await db.delete(videos).where(eq(videos.id, video.id));
  return c.body(null, 204);
});
