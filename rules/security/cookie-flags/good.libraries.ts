import Koa from 'koa';
import koaSession from 'koa-session';
import Fastify from 'fastify';
import secureSession from '@fastify/secure-session';
import { Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { cookies } from 'next/headers';
import { getIronSession } from 'iron-session';
import Hapi from '@hapi/hapi';
import { serialize } from 'cookie';
import csurf from 'csurf';

const koa = new Koa();
koa.use(koaSession({ sameSite: 'lax' }, koa));
koa.use((ctx) => {
  ctx.cookies.set('session', 'abc', { sameSite: 'lax' });
  ctx.cookies.set('session');
  ctx.cookies.set('session', null);
});

const fastify = Fastify();
fastify.register(secureSession, { key: 'k', cookie: { path: '/', secure: true } });
fastify.post('/login', async (request, reply) => {
  reply.setCookie('token', 'abc', { httpOnly: true, secure: true });
  reply.clearCookie('token');
});

const hono = new Hono();
hono.post('/login', async (c) => {
  setCookie(c, 'session', 'abc', { httpOnly: true, secure: true, sameSite: 'Lax' });
  deleteCookie(c, 'session');
  return c.json({});
});

export async function POST(req, res) {
  const jar = await cookies();
  jar.set('session', 'abc', { httpOnly: true, secure: true, sameSite: 'lax' });
  jar.set({ name: 'token', value: 'abc', httpOnly: true, secure: true, sameSite: 'lax' });
  jar.set('session', '', { maxAge: 0 });
  jar.delete('session');
  await getIronSession(req, res, { cookieName: 'sid', password: process.env.PASSWORD! });
}

const server = Hapi.server({ port: 3000 });
server.state('session', { ttl: 1000 });
server.auth.strategy('session', 'cookie', { cookie: { name: 'sid', password: process.env.PASSWORD } });

export const header = serialize('session', 'abc', { httpOnly: true, secure: true, sameSite: 'lax' });
export const protection = csurf({ cookie: true });
export const other = csurf({ cookie: { secure: process.env.NODE_ENV === 'production' } });
