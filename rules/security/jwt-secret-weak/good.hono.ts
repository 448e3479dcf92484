import { Hono } from 'hono';
import { jwt, sign } from 'hono/jwt';

const app = new Hono<{ Bindings: { JWT_SECRET: string } }>();
app.use('/api/*', jwt({ secret: process.env.JWT_SECRET!, alg: 'HS256' }));
app.post('/login', async (c) => c.json({ token: await sign({ sub: '1' }, c.env.JWT_SECRET, 'HS256') }));
