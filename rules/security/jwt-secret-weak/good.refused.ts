// A default for development that the program refuses anywhere else.
import jwt from 'jsonwebtoken';

const isProduction = process.env.NODE_ENV === 'production';
export const JWT_SECRET = process.env.JWT_SECRET || 'dev';
if ((isProduction || process.env.APP_ORIGIN !== 'http://localhost') && JWT_SECRET === 'dev') {
  throw new Error('JWT_SECRET must be set');
}

// ok: jwt-secret-weak
export const issue = (id: string) => jwt.sign({ sub: id }, JWT_SECRET, { algorithm: 'HS256', expiresIn: '15m' });
