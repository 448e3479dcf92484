import jwt from 'jsonwebtoken';

/** The key is the user's own, so the token is read once to learn whose it is; every caller verifies it then. */
export function payloadOf(token: string) {
  let payload;
  try {
    payload = jwt.decode(token);
    if (!payload) throw new Error('no token');
    return payload as jwt.JwtPayload;
  } catch {
    throw new Error('no token');
  }
}
