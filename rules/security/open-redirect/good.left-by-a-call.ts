import { redirect, notFound } from 'next/navigation';
import { NextRequest, NextResponse } from 'next/server';

export async function GET(request: NextRequest) {
  const to = request.nextUrl.searchParams.get('to') ?? '/';
  if (!to.startsWith('/') || to.startsWith('//')) redirect('/');
  return NextResponse.redirect(new URL(to, request.url));
}

export async function POST(request: NextRequest) {
  const to = request.nextUrl.searchParams.get('to') ?? '/';
  if (to !== '/account' && to !== '/help') {
    notFound();
  }
  redirect(to);
}
