import { Hono } from 'hono';
import { jwt, verify } from 'hono/jwt';

const app = new Hono();
app.use('/api/*', jwt({ secret: process.env.JWT_SECRET!, alg: 'HS256' }));

app.get('/me', async (c) => {
  const payload = await verify(c.req.header('Authorization')?.slice(7) ?? '', process.env.JWT_SECRET!, 'HS256');
  return payload.role === 'admin' ? c.json(payload) : c.text('', 403);
});
