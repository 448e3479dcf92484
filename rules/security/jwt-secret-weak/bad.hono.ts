import { Hono } from 'hono';
import { jwt, sign } from 'hono/jwt';

const app = new Hono();
// expect: jwt-secret-weak P0
app.use('/api/*', jwt({ secret: 'it-is-very-secret', alg: 'HS256' }));
app.post('/login', async (c) => {
  // expect: jwt-secret-weak P0
  return c.json({ token: await sign({ sub: '1' }, process.env.JWT_SECRET ?? 'it-is-very-secret', 'HS256') });
});
