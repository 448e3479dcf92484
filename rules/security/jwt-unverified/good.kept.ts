import type { Request, Response } from 'express';
import jwt from 'jsonwebtoken';
import { Session } from './models.js';

// The program keeps the token, and finds none that it has not made itself.
export async function renew(req: Request, res: Response) {
  const { token } = req.params;
  const kept = await Session.findOne({ token });
  if (!kept) return res.status(401).end();
  const claims = jwt.decode(token) as { sub: string; role: string };
  if (claims.role !== 'user') return res.status(403).end();
  return res.json({ user: claims.sub });
}
