import jwt from 'jwt-simple';
import * as jose from 'jose';
import type { Request } from 'express';

function headerOf(token: string): { alg: 'RS256' | 'HS256'; jwk?: jose.JWK } {
  return JSON.parse(Buffer.from(token.split('.')[0]!, 'base64').toString());
}

export function byAlgorithm(req: Request, publicKey: string) {
  const header = headerOf(String(req.headers.authorization));
  // expect: jwt-unverified
  return jwt.decode(String(req.headers.authorization), publicKey, false, header.alg);
}

export async function byKey(req: Request) {
  const token = String(req.headers.authorization);
  const protectedHeader = jose.decodeProtectedHeader(token);
  const key = await jose.importJWK(protectedHeader.jwk!);
  // expect: jwt-unverified
  return jose.jwtVerify(token, key);
}

export function asSecret(req: Request, publicKey: string) {
  // expect: jwt-unverified
  return jwt.decode(String(req.headers.authorization), publicKey, false, 'HS256');
}
