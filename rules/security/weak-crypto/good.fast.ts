import * as bcrypt from 'bcrypt';
import { createCipheriv, createHash, createHmac, randomBytes } from 'crypto';

// Before a slow hash, to get around its limit of 72 bytes.
export const hash = (password: string) => bcrypt.hash(createHash('sha256').update(password).digest('base64'), 12);

// Tokens have all the randomness that they need.
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex');
export const signature = (body: string, secret: string) => createHmac('sha256', secret).update(body).digest('hex');

// The key of a cipher, not a stored password.
export function encrypt(text: string, password: string) {
  const key = createHash('sha256').update(password).digest();
  return createCipheriv('aes-256-gcm', key, randomBytes(12)).update(text);
}

// RFC 2195 (CRAM-MD5): the password is the key, and what is sent is made of the challenge.
export const cramMd5 = (user: string, password: string, challenge: string) => `${user} ${createHmac('md5', password).update(Buffer.from(challenge, 'base64')).digest('hex')}`;
