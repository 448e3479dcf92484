import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { jwt } from 'hono/jwt';

const app = new Hono();
app.use('/api/*', jwt({ secret: process.env.JWT_SECRET!, alg: 'HS256' }));

// expect: cors-permissive P0
app.use('/api/*', cors({ origin: (origin) => origin, credentials: true }));

// expect: cors-permissive P1
app.use('/api/*', cors());

// expect: cors-permissive P1
app.use('/api/*', cors({ origin: (origin) => (origin.endsWith('example.com') ? origin : null) }));

// expect: cors-permissive P1
app.use('/tenant/*', cors({ origin: process.env.CORS_ORIGIN ?? '*' }));
