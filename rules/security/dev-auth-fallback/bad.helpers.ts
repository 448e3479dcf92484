// Helpers that say who calls, or whether he may: their callers refuse.
import express, { type Request } from 'express';
import { cookies } from 'next/headers';

// expect: dev-auth-fallback
const isAdmin = (req: Request) => !process.env.ADMIN_TOKEN || req.headers['x-token'] === process.env.ADMIN_TOKEN;

const app = express();
app.post('/sync', (req, res) => {
  if (!isAdmin(req)) return res.status(401).end();
  res.json({ done: true });
});

export async function getCurrentUser() {
  // expect: dev-auth-fallback
  if (!process.env.AUTH_SECRET) {
    return { id: 'demo', role: 'admin' };
  }
  const token = (await cookies()).get('session')?.value;
  return token === undefined ? null : read(token);
}

declare function read(token: string): { id: string; role: string };
