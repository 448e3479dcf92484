import { Hono } from 'hono';

const app = new Hono();

app.get('/back', (c) => {
  const next = new URL(c.req.query('next') ?? '/', c.req.url);
  // expect: open-redirect P1
  return c.redirect(next.origin !== new URL(c.req.url).origin ? next.href : '/');
});
app.get('/back-else', (c) => {
  const next = new URL(c.req.query('next') ?? '/', c.req.url);
  if (next.origin !== new URL(c.req.query('home') ?? '/', c.req.url).origin) return c.text('no', 400);
  // expect: open-redirect P1
  return c.redirect(next.href);
});
