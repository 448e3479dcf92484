import { Hono } from 'hono';
import { html, raw } from 'hono/html';

const app = new Hono();
// expect: reflected-input
app.get('/', (c) => c.html(raw(`<h1>${c.req.query('name')}</h1>`)));
export default app;
