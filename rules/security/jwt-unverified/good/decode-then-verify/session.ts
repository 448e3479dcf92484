import jwt from 'jsonwebtoken';
import { payloadOf } from './tokens.js';
import { findUser } from './users.js';

export async function userFor(token: string) {
  const payload = payloadOf(token);
  if (payload.type !== 'session') throw new Error('wrong token');
  const user = await findUser(payload.id);
  jwt.verify(token, user.jwtSecret, { algorithms: ['HS256'] });
  return user;
}
