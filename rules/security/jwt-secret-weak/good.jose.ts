import { createRemoteJWKSet, importPKCS8, jwtVerify, SignJWT } from 'jose';

const key = new TextEncoder().encode(process.env.JWT_SECRET);
const keys = createRemoteJWKSet(new URL('https://login.example.com/.well-known/jwks.json'));

export function sign(id: string) {
  return new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setSubject(id).setExpirationTime('1h').sign(key);
}

export async function signAsymmetric(id: string) {
  const privateKey = await importPKCS8(process.env.JWT_PRIVATE_KEY!, 'ES256');
  return new SignJWT({}).setProtectedHeader({ alg: 'ES256' }).setSubject(id).sign(privateKey);
}

export async function read(token: string) {
  const { payload } = await jwtVerify(token, keys, { algorithms: ['RS256'] });
  return payload;
}
