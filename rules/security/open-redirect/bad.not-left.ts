import { NextRequest, NextResponse } from 'next/server';
import { redirect } from './messages';

export async function GET(request: NextRequest) {
  const to = request.nextUrl.searchParams.get('to') ?? '/';
  // A function of the program of that name returns.
  if (!to.startsWith('/') || to.startsWith('//')) redirect('/');
  // expect: open-redirect
  return NextResponse.redirect(to);
}
