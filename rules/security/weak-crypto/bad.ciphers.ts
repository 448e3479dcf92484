import * as crypto from 'crypto';
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import CryptoJS from 'crypto-js';
// expect: weak-crypto
export const des = (key: Buffer) => createCipheriv('des-cbc', key, randomBytes(8));
// expect: weak-crypto
export const rc4 = (key: Buffer) => crypto.createCipheriv('rc4', key, '');
// expect: weak-crypto
export const ecb = (key: Buffer) => crypto.createDecipheriv('aes-128-ecb', key, null);
// expect: weak-crypto
export const bf = (key: Buffer) => crypto.createCipheriv('bf-cbc', key, randomBytes(8));
const IV = Buffer.alloc(16, 0);
// expect: weak-crypto
export const zero = (key: Buffer) => crypto.createCipheriv('aes-256-cbc', key, IV);
const iv = Buffer.from('1234567890123456');
// expect: weak-crypto
export const fixed = (key: Buffer) => crypto.createCipheriv('aes-256-cbc', key, iv);
// expect: weak-crypto
export const triple = (text: string, key: string) => CryptoJS.TripleDES.encrypt(text, key).toString();
// expect: weak-crypto
export const mode = (text: string, key: any) => CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.ECB });
// expect: weak-crypto
export const legacy = (password: string) => CryptoJS.MD5(password).toString();
// expect: weak-crypto
export const pbkdf = (password: string, salt: any) => CryptoJS.PBKDF2(password, salt, { keySize: 8, iterations: 1000 });
// expect: weak-crypto
export const signature = (secret: string, body: string) => createHash('sha1').update(secret + body).digest('hex');
// expect: weak-crypto
export const pair = () => crypto.generateKeyPairSync('rsa', { modulusLength: 1024, publicKeyEncoding: { type: 'spki', format: 'pem' } });
const alg = { cipher: 'des-ede3' };
// expect: weak-crypto
export const viaObject = (key: Buffer) => crypto.createCipheriv(alg.cipher, key, null);
