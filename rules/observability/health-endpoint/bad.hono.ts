// expect-project: health-endpoint
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
const app = new Hono();
app.get('/users', (c) => c.json([]));
serve(app);
