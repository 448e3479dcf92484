import express from 'express';
import jwt from 'jsonwebtoken';
import { settings } from './settings';

// Verifies, on every route.
function authenticate(req: express.Request, res: express.Response, next: express.NextFunction) {
  try {
    res.locals.claims = jwt.verify(req.headers.authorization!.slice(7), process.env.SECRET!, { algorithms: ['HS256'] });
    next();
  } catch {
    res.sendStatus(401);
  }
}

function withSettings(req: express.Request, res: express.Response, next: express.NextFunction) {
  // expect: jwt-unverified P1
  const claims = jwt.decode(req.headers.authorization!.slice(7)) as { tenantId: string };
  res.locals.settings = settings.of(claims.tenantId);
  next();
}

export const app = express();
app.get('/orders', withSettings, authenticate, (req, res) => res.json(res.locals.settings));

// Looks at what was decoded, and verifies nothing.
function decoded(req: express.Request & { user?: { id: string } }, res: express.Response, next: express.NextFunction) {
  // expect: jwt-unverified P0
  req.user = jwt.decode(req.headers.authorization!.slice(7)) as { id: string };
  next();
}
function required(req: express.Request & { user?: { id: string } }, res: express.Response, next: express.NextFunction) {
  if (!req.user) return res.sendStatus(401);
  next();
}
app.get('/mine', decoded, required, (req: express.Request & { user?: { id: string } }, res) => res.json(settings.of(req.user!.id)));
