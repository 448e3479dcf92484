import { NextResponse, type NextRequest } from 'next/server';

const domain = process.env.APP_DOMAIN ?? 'app.example.com';

// Behind a host that is not the client's, a path begins with a slash, and ends the host.
export function middleware(request: NextRequest) {
  const { pathname } = request.nextUrl;
  return NextResponse.redirect(`https://${domain}${pathname}${request.nextUrl.search}`);
}
