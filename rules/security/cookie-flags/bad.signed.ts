import { cookies } from 'next/headers';
import express from 'express';
import jwt from 'jsonwebtoken';

// What it holds says what it is for.
export async function POST() {
  const value = jwt.sign({ sub: 'someone' }, process.env.JWT_SECRET!);
  // expect: cookie-flags
  (await cookies()).set('studio', value, { httpOnly: true });
  return Response.json({ ok: true });
}

export const app = express();
app.post('/enter', (req, res) => {
  // expect: cookie-flags
  res.cookie('clinic', jwt.sign({ sub: req.ip }, process.env.JWT_SECRET!), { secure: true });
  res.end();
});
