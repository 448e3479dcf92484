import Koa from 'koa';
import Fastify from 'fastify';
import { Hono } from 'hono';
import { NextResponse, type NextRequest } from 'next/server';

const koa = new Koa();
koa.use(async (ctx) => {
  // ok: open-redirect
  ctx.redirect('/login');
  // ok: open-redirect
  ctx.redirect(`/orders/${ctx.query.order as string}`);
});

const fastify = Fastify();
fastify.get('/old/:id', async (request, reply) => {
  // ok: open-redirect
  return reply.redirect(`/new/${(request.params as { id: string }).id}`, 301);
});

const hono = new Hono();
hono.get('/old', (c) => {
  // ok: open-redirect
  return c.redirect(`/new?tab=${c.req.query('tab')}`);
});

export function middleware(request: NextRequest) {
  const login = new URL('/login', request.url);
  login.searchParams.set('next', request.nextUrl.searchParams.get('next') ?? '/');
  // ok: open-redirect
  if (!request.cookies.has('session')) return NextResponse.redirect(login);
  const page = request.nextUrl.clone();
  page.pathname = '/home';
  // ok: open-redirect
  return NextResponse.redirect(page);
}
