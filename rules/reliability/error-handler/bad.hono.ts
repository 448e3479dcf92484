import { Hono } from 'hono';

// expect: error-handler P2
const app = new Hono();
app.get('/orders', (c) => c.json([]));
export default app;
