import { getServerSession } from 'next-auth';
import { NextResponse } from 'next/server';

export async function GET(request: Request) {
  const session = await getServerSession();
  // expect: cors-permissive P0
  const headers = { 'Access-Control-Allow-Origin': request.headers.get('origin') ?? '', 'Access-Control-Allow-Credentials': 'true' };
  return NextResponse.json({ user: session?.user }, { headers });
}

export async function POST(request: Request) {
  const session = await getServerSession();
  const response = NextResponse.json({ user: session?.user });
  // expect: cors-permissive P1
  response.headers.set('Access-Control-Allow-Origin', '*');
  return response;
}

export async function PUT(request: Request) {
  const session = await getServerSession();
  // expect: cors-permissive P1
  return new Response(session?.user?.email, { headers: { 'access-control-allow-origin': '*' } });
}
