import jwt from 'jsonwebtoken';
import { settings } from './env';

// The fallback of another variable is none of the key's.
function read(parameters: { token: string; secret: string }) {
  return jwt.verify(parameters.token, parameters.secret);
}

export function session(token: string) {
  return read({ token, secret: settings().SESSION_SECRET });
}
