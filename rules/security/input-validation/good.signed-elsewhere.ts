import { Hono } from 'hono';
import { billing } from './billing';

const app = new Hono();

// The library that is given the signature beside the text makes sure of it, or not: that is a question of its own.
app.post('/webhooks/stripe', async (c) => {
  const body = await c.req.text();
  const signature = c.req.header('stripe-signature');
  if (!signature) return c.json({ error: 'no signature' }, 400);
  return c.json(await billing.handle({ body, signature }));
});

export default app;
