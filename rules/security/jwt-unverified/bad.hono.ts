import { Hono } from 'hono';
import { decode, jwt, verify } from 'hono/jwt';

const app = new Hono();
// expect: jwt-unverified P1
app.use('/old/*', jwt({ secret: process.env.JWT_SECRET!, alg: 'HS256', verification: { exp: false } }));
// expect: jwt-unverified P1
app.use('/issuer/*', jwt({ secret: process.env.ISSUER_PUBLIC_KEY! }));

app.get('/me', async (c) => {
  // expect: jwt-unverified P0
  const { payload } = decode(c.req.header('Authorization')?.slice(7) ?? '');
  return payload.role === 'admin' ? c.json(payload) : c.text('', 403);
});

app.post('/me', async (c) => {
  // expect: jwt-unverified P0
  verify(c.req.header('Authorization')?.slice(7) ?? '', process.env.JWT_SECRET!, 'HS256');
  return c.json({ ok: true });
});
