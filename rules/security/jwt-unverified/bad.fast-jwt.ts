import { createDecoder, createVerifier } from 'fast-jwt';
import type { IncomingMessage, ServerResponse } from 'node:http';

const decode = createDecoder();
// expect: jwt-unverified P0
export const verifyAny = createVerifier({ key: '', algorithms: ['none'] });
// expect: jwt-unverified P1
export const verifyOld = createVerifier({ key: process.env.JWT_SECRET, ignoreExpiration: true });

export function listener(request: IncomingMessage, response: ServerResponse) {
  // expect: jwt-unverified P0
  const claims = decode(request.headers.authorization ?? '');
  response.statusCode = claims.permissions.includes('read') ? 200 : 403;
  response.end();
}
