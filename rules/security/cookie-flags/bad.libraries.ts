import Koa from 'koa';
import koaSession from 'koa-session';
import Fastify from 'fastify';
import secureSession from '@fastify/secure-session';
import fastifySession from '@fastify/session';
import { Hono } from 'hono';
import { setCookie, setSignedCookie } from 'hono/cookie';
import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';
import Hapi from '@hapi/hapi';
import { serialize } from 'cookie';
import csurf from 'csurf';

const koa = new Koa();
// expect: cookie-flags P1
koa.use(koaSession({ httpOnly: false }, koa));
koa.use((ctx) => {
  // expect: cookie-flags P1
  ctx.cookies.set('session', 'abc', { httpOnly: false, sameSite: 'lax' });
  // expect: cookie-flags P2
  ctx.cookies.set('session', 'abc');
});

const fastify = Fastify();
// expect: cookie-flags P1
fastify.register(secureSession, { key: 'k', cookie: { path: '/' } });
// expect: cookie-flags P1
fastify.register(fastifySession, { secret: 'k', cookie: { secure: false } });
fastify.post('/login', async (request, reply) => {
  // expect: cookie-flags P1
  reply.setCookie('token', 'abc', { path: '/' });
});

const hono = new Hono();
hono.post('/login', async (c) => {
  // expect: cookie-flags P1
  setCookie(c, 'session', 'abc');
  // expect: cookie-flags P1
  await setSignedCookie(c, 'session', 'abc', 'key', { httpOnly: true });
  return c.json({});
});

export async function POST() {
  const jar = await cookies();
  // expect: cookie-flags P1
  jar.set('session', 'abc');
  // expect: cookie-flags P1
  jar.set({ name: 'token', value: 'abc', httpOnly: true });
  const response = NextResponse.json({});
  // expect: cookie-flags P1
  response.cookies.set('token', 'abc', { httpOnly: true, sameSite: 'lax' });
  return response;
}

const server = Hapi.server({ port: 3000 });
// expect: cookie-flags P1
server.state('session', { isSecure: false });
// expect: cookie-flags P1
server.auth.strategy('session', 'cookie', { cookie: { name: 'sid', isSecure: false } });
server.route({
  method: 'POST',
  path: '/login',
  handler: (request, h) => {
    // expect: cookie-flags P1
    return h.response('ok').state('token', 'abc', { isHttpOnly: false });
  },
});

// expect: cookie-flags P1
export const header = serialize('session', 'abc', { path: '/' });

// expect: cookie-flags P1
export const protection = csurf({ cookie: { secure: false, httpOnly: true } });
