import { decodeJwt, jwtVerify, UnsecuredJWT } from 'jose';

const secret = new TextEncoder().encode(process.env.JWT_SECRET);

export async function GET(request: Request) {
  const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
  // expect: jwt-unverified P0
  const claims = decodeJwt(token);
  if (claims.role !== 'admin') return new Response(null, { status: 403 });
  return Response.json({ ok: true });
}

export async function POST(request: Request) {
  const token = request.headers.get('authorization')?.slice(7) ?? '';
  // expect: jwt-unverified P0
  jwtVerify(token, secret);
  return Response.json({ ok: true });
}

export function guestToken(name: string) {
  // expect: jwt-unverified P0
  return new UnsecuredJWT({ name, role: 'guest' }).setIssuedAt().encode();
}
