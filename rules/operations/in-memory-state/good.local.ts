import express from 'express';
import session from 'express-session';
import { RedisStore } from 'connect-redis';
import { redis } from './redis';

const ROLES = ['admin', 'agent'];
const prices = new Map([['basic', 10]]);
const sockets = new Map<string, WebSocket>();
const loadedAtStart: string[] = [];
loadedAtStart.push('de');

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET!, store: new RedisStore({ client: redis }), resave: false }));
app.post('/orders', (req, res) => {
  const lines: string[] = [];
  lines.push(req.body.line);
  const sums = new Map<string, number>();
  sums.set('a', 1);
  res.json({ lines, price: prices.get('basic'), admin: ROLES.includes(req.body.role), sums: sums.size });
});
app.get('/live', (req, res) => {
  sockets.set(String(req.query.id), new WebSocket('wss://example.com'));
  res.end();
});
