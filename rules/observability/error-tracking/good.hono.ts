import { sentry } from '@hono/sentry';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.use('*', sentry({ dsn: process.env.SENTRY_DSN }));
app.post('/orders', async (c) => c.json(await c.req.json()));
serve(app);
