import jwt from 'jsonwebtoken';

export interface Claims {
  userId: string;
  tenantId: string;
  role: string;
}

export function readClaims(token: string): Claims {
  return jwt.verify(token, process.env.JWT_SECRET!, { algorithms: ['HS256'] }) as Claims;
}
