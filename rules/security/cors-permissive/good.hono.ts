import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { jwt } from 'hono/jwt';

const app = new Hono();
app.use('/api/*', jwt({ secret: process.env.JWT_SECRET!, alg: 'HS256' }));
app.use('/api/*', cors({ origin: ['https://app.example.com', 'https://example.org'], credentials: true }));
app.use('/api/*', cors({
  origin: (origin) => (origin.endsWith('.example.com') ? origin : 'https://example.com'),
  credentials: true,
}));
app.use('/api/*', cors({ origin: (origin, c) => (c.env.ORIGINS.split(',').includes(origin) ? origin : undefined) }));
