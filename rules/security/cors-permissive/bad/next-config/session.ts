import jwt from 'jsonwebtoken';

export const read = (token: string) => jwt.verify(token, process.env.JWT_SECRET!, { algorithms: ['HS256'] });
