// The literal is for development only: production refuses to start without the variable.
import jwt from 'jsonwebtoken';

function secret(): string {
  if (process.env.JWT_SECRET) return process.env.JWT_SECRET;
  if (process.env.NODE_ENV === 'production') throw new Error('JWT_SECRET is not set');
  return 'development';
}

export const sign = (id: string) => jwt.sign({ sub: id }, secret());
