import { readFileSync } from 'node:fs';
import express, { type NextFunction, type Request, type Response } from 'express';
import jwt from 'jsonwebtoken';

interface Claims {
  sub: string;
  role: string;
}

const publicKey = readFileSync('/etc/keys/issuer.pub.pem', 'utf8');
const secret = process.env.JWT_SECRET!;
const app = express();

export function requireAdmin(req: Request, res: Response, next: NextFunction) {
  const token = req.headers.authorization?.slice(7) ?? '';
  // expect: jwt-unverified P0
  const claims = jwt.decode(token) as Claims | null;
  if (claims?.role === 'admin') return next();
  return res.status(403).end();
}

app.get('/me', requireAdmin, (req, res) => {
  // expect: jwt-unverified P0
  const claims = jwt.decode(req.cookies.session, { complete: true });
  res.json(claims?.payload);
});

export function readUnsigned(token: string) {
  // expect: jwt-unverified P0
  return jwt.verify(token, secret, { algorithms: ['HS256', 'none'] });
}

export function makeUnsigned(user: Claims) {
  // expect: jwt-unverified P0
  return jwt.sign(user, '', { algorithm: 'none' });
}

export function readWithPublicKey(token: string) {
  // expect: jwt-unverified P1
  return jwt.verify(token, publicKey);
}

export function readExpired(token: string) {
  // expect: jwt-unverified P1
  return jwt.verify(token, secret, { algorithms: ['HS256'], ignoreExpiration: true });
}

export function readEither(token: string) {
  // expect: jwt-unverified P1
  return jwt.verify(token, publicKey, { algorithms: ['RS256', 'HS256'] });
}

app.use((req, res, next) => {
  // expect: jwt-unverified P0
  jwt.verify(req.cookies.session, secret, { algorithms: ['HS256'] }, () => {
    next();
  });
});

app.use('/silent', (req, res, next) => {
  try {
    // expect: jwt-unverified P0
    jwt.verify(req.cookies.session, secret, { algorithms: ['HS256'] });
  } catch {
    // nothing to do
  }
  next();
});

export function roleOf(req: Request): string {
  try {
    return (jwt.verify(req.cookies.session, secret, { algorithms: ['HS256'] }) as Claims).role;
  } catch {
    // expect: jwt-unverified P0
    return (jwt.decode(req.cookies.session) as Claims).role;
  }
}
