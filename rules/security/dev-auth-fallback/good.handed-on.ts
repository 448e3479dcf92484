import type { RequestHandler } from 'express';
import jwt from 'jsonwebtoken';

const needCaller: RequestHandler = (req, res, next) => {
  try {
    res.locals.caller = jwt.verify(String(req.headers.authorization).slice(7), process.env.CALLER_KEY as string, { algorithms: ['HS256'] });
    next();
  } catch {
    res.status(401).end();
  }
};

export const strict: RequestHandler = (req, res, next) => {
  // ok: dev-auth-fallback
  if (!process.env.JWT_KEY) {
    res.status(503).end();
    return;
  }
  needCaller(req, res, next);
};
