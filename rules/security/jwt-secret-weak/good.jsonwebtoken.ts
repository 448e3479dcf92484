import { readFileSync } from 'node:fs';
import jwt from 'jsonwebtoken';

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error('JWT_SECRET is not set');

const privateKey = readFileSync(process.env.JWT_KEY_FILE!);
const publicKey = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
-----END PUBLIC KEY-----`;

export const sign = (id: string) => jwt.sign({ sub: id }, secret, { expiresIn: '1h' });
export const read = (token: string) => jwt.verify(token, secret, { algorithms: ['HS256'] });
export const signAsymmetric = (id: string) => jwt.sign({ sub: id }, privateKey, { algorithm: 'RS256' });
export const readAsymmetric = (token: string) => jwt.verify(token, publicKey, { algorithms: ['RS256'] });
export const readBuffer = (token: string) => jwt.verify(token, Buffer.from(process.env.JWT_SECRET!, 'base64'), { algorithms: ['HS256'] });

// jsonwebtoken 9 refuses an empty key, so this is a service that does not work and none that can be fooled (secret-fallback reports it).
export const readEmpty = (token: string) => jwt.verify(token, process.env.JWT_SECRET ?? '');
