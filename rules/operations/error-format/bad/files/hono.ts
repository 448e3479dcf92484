import { Hono } from 'hono';

export const app = new Hono();
app.get('/d', (c) => c.json({ error: { code: 'not-found' } }, 404));
// expect: error-format
app.get('/e', (c) => c.json({ msg: 'no e' }, 404));
