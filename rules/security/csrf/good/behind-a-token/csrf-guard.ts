import type { NextFunction, Request, Response } from 'express';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

export function csrfGuard(req: Request, res: Response, next: NextFunction) {
  if (SAFE.includes(req.method)) return next();
  const token = req.headers['x-csrf-token'];
  if (!token || token !== req.session.csrf) return res.status(403).json({ error: 'invalid token' });
  next();
}
