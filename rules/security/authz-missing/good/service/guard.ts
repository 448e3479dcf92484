import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';
import { caller } from './caller';

export function requireUser(req: Request, res: Response, next: NextFunction) {
  const token = req.headers.authorization?.slice(7);
  if (!token) return res.status(401).end();
  caller.run(jwt.verify(token, process.env.JWT_SECRET!, { algorithms: ['HS256'] }), next);
}
