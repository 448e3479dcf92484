import jwt from 'jsonwebtoken';

// Nothing names it any more.
export function readOld(token) {
  // expect: jwt-unverified P1
  const claims = jwt.decode(token);
  if (claims.role !== 'admin') throw new Error('not allowed');
  return claims;
}

export function readSession(token) {
  // expect: jwt-unverified P0
  const claims = jwt.decode(token);
  if (claims.role !== 'admin') throw new Error('not allowed');
  return claims;
}

