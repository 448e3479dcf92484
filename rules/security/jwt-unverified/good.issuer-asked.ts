import { fetch } from '@whatwg-node/fetch';
import { decodeJwt } from 'jose';
import passport from 'passport';
import { Strategy } from 'passport-openidconnect';

interface Exchanged { accessToken: string; scope: string }

async function exchange(code: string): Promise<Exchanged> {
  const response = await fetch('https://id.example.com/oauth/token', { method: 'POST', body: new URLSearchParams({ code }) });
  const { access_token: accessToken, scope } = (await response.json()) as { access_token: string; scope: string };
  return { accessToken, scope };
}

// The program asked the issuer itself, through a helper of its own.
export async function connect(code: string) {
  const { accessToken } = await exchange(code);
  const payload = JSON.parse(Buffer.from(accessToken.split('.')[1]!, 'base64url').toString('utf8'));
  return typeof payload.sub === 'string' ? payload.sub : null;
}

// The strategy asked for both.
const roles = (token: string) => (decodeJwt(token) as { roles: string[] }).roles;
passport.use(new Strategy({ issuer: 'https://id.example.com' }, async (issuer: string, profile: { id: string }, context: object, idToken: string, accessToken: string, done: (error: null, user: object) => void) => {
  done(null, { id: profile.id, isAdmin: roles(accessToken).includes('admin') });
}));
