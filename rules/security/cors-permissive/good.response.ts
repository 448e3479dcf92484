import { getServerSession } from 'next-auth';
import { NextResponse } from 'next/server';

const allowed = ['https://app.example.com'];

export async function GET(request: Request) {
  const session = await getServerSession();
  const origin = request.headers.get('origin') ?? '';
  const headers: Record<string, string> = allowed.includes(origin) ? { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' } : {};
  return NextResponse.json({ user: session?.user }, { headers });
}

export async function POST() {
  const session = await getServerSession();
  return new Response(session?.user?.email, { headers: { 'Access-Control-Allow-Origin': 'https://app.example.com' } });
}
