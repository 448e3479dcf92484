import { Hono } from 'hono';

const app = new Hono();

app.get('/back', (c) => {
  const next = new URL(c.req.query('next') ?? '/', c.req.url);
  return c.redirect(next.origin === new URL(c.req.url).origin ? next.href : '/');
});
app.get('/back-else', (c) => {
  const next = new URL(c.req.query('next') ?? '/', c.req.url);
  if (next.host !== new URL(c.req.url).host) return c.text('no', 400);
  return c.redirect(next.href);
});
