import jwt from 'jsonwebtoken';

const SECRET = 'keyboard cat';
const LONG = 'a-very-long-key-that-is-still-in-the-source-code';

// expect: jwt-secret-weak P0
export const sign = (id: string) => jwt.sign({ sub: id }, SECRET, { expiresIn: '1h' });
// expect: jwt-secret-weak P0
export const read = (token: string) => jwt.verify(token, SECRET, { algorithms: ['HS256'] });
// expect: jwt-secret-weak P0
export const signLong = (id: string) => jwt.sign({ sub: id }, LONG);
// expect: jwt-secret-weak P0
export const signFallback = (id: string) => jwt.sign({ sub: id }, process.env.JWT_SECRET || 'development');
// expect: jwt-secret-weak P0
export const signNullish = (id: string) => jwt.sign({ sub: id }, process.env.JWT_SECRET ?? SECRET);
// expect: jwt-secret-weak P0
export const signBuffer = (id: string) => jwt.sign({ sub: id }, Buffer.from('c2VjcmV0', 'base64'));
