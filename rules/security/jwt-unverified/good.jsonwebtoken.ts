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
  try {
    const claims = jwt.verify(token, secret, { algorithms: ['HS256'] }) as Claims;
    if (claims.role === 'admin') return next();
  } catch {
    return res.status(401).end();
  }
  return res.status(403).end();
}

// The verification throws; what it returns is read a second way.
export function roleOf(token: string): string {
  jwt.verify(token, secret, { algorithms: ['HS256'] });
  const claims = jwt.decode(token) as Claims;
  return claims.role === 'admin' ? 'admin' : 'user';
}

// The header says which key to use; nothing else is believed before the verification.
const keys = new Map<string, string>();
export function readWithKeySet(token: string): Claims {
  const head = jwt.decode(token, { complete: true });
  const key = keys.get(head?.header.kid ?? '');
  if (!key) throw new Error('Unknown key');
  return jwt.verify(token, key, { algorithms: ['RS256'] }) as Claims;
}

export function readWithSecret(token: string) {
  return jwt.verify(token, secret);
}

export function readWithPublicKey(token: string) {
  return jwt.verify(token, publicKey, { algorithms: ['RS256', 'RS384'] });
}

export function secondsLeft(req: Request): number {
  const claims = jwt.decode(req.cookies.session) as { exp: number };
  return claims.exp - Date.now() / 1000;
}

export function readWithin(token: string) {
  return jwt.verify(token, secret, { algorithms: ['HS256'], ignoreExpiration: true, maxAge: '1h' });
}

app.use((req, res, next) => {
  jwt.verify(req.cookies.session, secret, { algorithms: ['HS256'] }, (error, claims) => {
    if (error) return res.status(401).end();
    res.locals.user = claims;
    return next();
  });
});

app.post('/logout', (req, res) => {
  const claims = jwt.decode(req.cookies.session) as Claims | null;
  if (claims) console.info('signed out', { id: claims.sub, role: claims.role });
  res.clearCookie('session').end();
});

export function expiresAt(req: Request): number {
  const token = jwt.decode(req.cookies.session, { complete: true });
  return token ? Number((token.payload as { exp: number }).exp) : 0;
}
