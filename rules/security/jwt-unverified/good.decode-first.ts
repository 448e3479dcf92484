import jwt from 'jsonwebtoken';
import passport from 'passport';
import Configstore from 'configstore';
import type { NextFunction, Request, Response } from 'express';
import { users } from './users';

const key = process.env.JWT_SECRET!;

// The key belongs to the user, whom only the token names: it is verified right after.
async function keyFor(token: string): Promise<string> {
  // ok: jwt-unverified
  const claims = jwt.decode(token) as { id: string } | null;
  if (!claims?.id) throw new Error('no token');
  const user = await users.byId(claims.id);
  return key + user.email;
}

export async function confirm(req: Request, res: Response) {
  const token = req.query.token as string;
  const own = await keyFor(token);
  const claims = jwt.verify(token, own, { algorithms: ['HS256'] });
  res.json(claims);
}

// The provider answers over TLS, and was asked by this program.
export async function userInfo(endpoint: string, accessToken: string) {
  const response = await fetch(endpoint, { headers: { authorization: `Bearer ${accessToken}` }, signal: AbortSignal.timeout(5000) });
  const text = await response.text();
  // ok: jwt-unverified
  const claims = jwt.decode(text.trim()) as { sub: string; email: string };
  return { id: claims.sub, email: claims.email };
}

// The strategy has verified the token before it calls back.
export function renew(req: Request, res: Response, next: NextFunction) {
  passport.authenticate('jwt', { session: false }, async (error: Error | null, user: unknown) => {
    if (error || !user) return next();
    // ok: jwt-unverified
    const claims = jwt.decode(req.cookies.jwt) as { id: string };
    res.cookie('jwt', await users.issue(claims.id), { httpOnly: true, secure: true, sameSite: 'lax' });
    next();
  })(req, res, next);
}

// The token of whoever runs the program, from his own directory.
const settings = new Configstore('orders-cli');

export function organizationOfUser() {
  // ok: jwt-unverified
  const claims = jwt.decode(settings.get('token')) as { organizationId: string };
  return claims.organizationId;
}
