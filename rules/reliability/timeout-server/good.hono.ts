import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { timeout } from 'hono/timeout';

const app = new Hono();
app.use('/api', timeout(5000));
serve({ fetch: app.fetch, port: 3000 });
