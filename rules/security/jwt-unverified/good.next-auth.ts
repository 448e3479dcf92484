// Here decode decrypts with the secret: it is the verification.
import { decode, getToken } from 'next-auth/jwt';
import type { NextRequest } from 'next/server';

export async function middleware(request: NextRequest) {
  const token = await getToken({ req: request, secret: process.env.NEXTAUTH_SECRET });
  return token?.role === 'admin' ? undefined : new Response(null, { status: 403 });
}

export async function read(token: string) {
  const claims = await decode({ token, secret: process.env.NEXTAUTH_SECRET! });
  return claims?.role === 'admin';
}
