import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';

const secret = new TextEncoder().encode(process.env.JWT_SECRET);
const keys = createRemoteJWKSet(new URL('https://login.example.com/.well-known/jwks.json'));

export async function GET(request: Request) {
  const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
  const { payload } = await jwtVerify(token, secret);
  if (payload.role !== 'admin') return new Response(null, { status: 403 });
  return Response.json({ ok: true });
}

export async function POST(request: Request) {
  const token = request.headers.get('authorization')?.slice(7) ?? '';
  await jwtVerify(token, keys, { issuer: 'https://login.example.com', audience: 'desk' });
  const { sub, role } = decodeJwt(token);
  return role === 'admin' ? Response.json({ sub }) : new Response(null, { status: 403 });
}

export function keyIdOf(token: string) {
  return decodeProtectedHeader(token).kid;
}
