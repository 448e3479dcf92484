import { Hono } from 'hono';
import { handle } from 'hono/vercel';

// It answers inside the framework's application: what is missing is missing there.
const app = new Hono().basePath('/api');
app.get('/hello', (c) => c.json({ hello: true }));

export const GET = handle(app);
