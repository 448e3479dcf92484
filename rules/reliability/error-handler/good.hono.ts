import { Hono } from 'hono';

const app = new Hono();
app.onError((error, c) => c.json({ error: 'internal' }, 500));
app.get('/orders', (c) => c.json([]));
export default app;
