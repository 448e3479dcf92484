import { prometheus } from '@hono/prometheus';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
const { printMetrics, registerMetrics } = prometheus();
app.use('*', registerMetrics);
app.get('/metrics', printMetrics);
app.post('/orders', async (c) => c.json(await c.req.json()));
serve(app);
