import type { NextFunction, Request, Response } from 'express';
import { db } from './orders';

export async function once(req: Request, res: Response, next: NextFunction) {
  const key = req.headers['idempotency-key'];
  const added = await db('request_keys').insert({ key }).onConflict('key').ignore();
  if (added.length === 0) return res.sendStatus(409);
  next();
}
