import { jwtVerify, SignJWT } from 'jose';

const key = new TextEncoder().encode('not-a-secret');
const fallback = new TextEncoder().encode(process.env.JWT_SECRET || 'changeme');

export function sign(id: string) {
  // expect: jwt-secret-weak P0
  return new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setSubject(id).setExpirationTime('1h').sign(key);
}

export async function read(token: string) {
  // expect: jwt-secret-weak P0
  const { payload } = await jwtVerify(token, fallback);
  return payload;
}
