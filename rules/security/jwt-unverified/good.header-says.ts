import jwt from 'jwt-simple';
import * as jose from 'jose';
import type { Request } from 'express';

const KEYS: Record<string, string> = { first: String(process.env.FIRST_SECRET) };
const keySet = jose.createRemoteJWKSet(new URL('https://id.example.com/keys'));

export function byId(req: Request) {
  const token = String(req.headers.authorization);
  const header = jose.decodeProtectedHeader(token);
  return jwt.decode(token, KEYS[String(header.kid)]!, false, 'HS256');
}

export async function bySet(req: Request) {
  const token = String(req.headers.authorization);
  return jose.jwtVerify(token, keySet, { algorithms: ['RS256'] });
}

// A proof of possession carries its key; the thumbprint binds it to the access token.
export async function proofOf(req: Request, thumbprint: string) {
  const dpop = String(req.headers.dpop);
  const header = jose.decodeProtectedHeader(dpop);
  const key = await jose.importJWK(header.jwk!);
  if ((await jose.calculateJwkThumbprint(header.jwk!)) !== thumbprint) throw new Error('another key');
  return jose.jwtVerify(dpop, key, { typ: 'dpop+jwt' });
}
