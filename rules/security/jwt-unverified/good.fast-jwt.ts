import { createVerifier } from 'fast-jwt';
import type { IncomingMessage, ServerResponse } from 'node:http';

const verify = createVerifier({ key: process.env.JWT_SECRET, algorithms: ['HS256'] });

export function listener(request: IncomingMessage, response: ServerResponse) {
  const claims = verify(request.headers.authorization ?? '');
  response.statusCode = claims.permissions.includes('read') ? 200 : 403;
  response.end();
}
