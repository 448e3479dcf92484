import { randomInt } from 'node:crypto';
import express from 'express';

// expect: in-memory-state
const codes = new Map<string, number>();
// expect: in-memory-state
const attempts: Record<string, number> = {};
const app = express();
app.post('/codes', (req, res) => {
  codes.set(req.body.email, randomInt(1_000_000));
  attempts[req.body.email] = 0;
  res.sendStatus(204);
});
app.post('/codes/check', (req, res) => {
  res.json({ ok: codes.get(req.body.email) === req.body.code });
});
