import jwt from 'jsonwebtoken';

export interface Claims {
  userId: string;
  tenantId: string;
  role: string;
}

export function readClaims(token: string): Claims {
  // expect: jwt-unverified P0
  return jwt.decode(token) as Claims;
}
