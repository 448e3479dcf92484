import Koa from 'koa';
import Fastify from 'fastify';
import Hapi from '@hapi/hapi';
import { Hono } from 'hono';
import { createServer } from 'node:http';
import { NextResponse, type NextRequest } from 'next/server';
import { Controller, Get, Query, Redirect, Res } from '@nestjs/common';
import type { Response } from 'express';

const koa = new Koa();
koa.use(async (ctx) => {
  // expect: open-redirect
  ctx.redirect(ctx.query.next as string);
  // expect: open-redirect
  ctx.set('Location', ctx.query.next as string);
});

const fastify = Fastify();
fastify.get('/login', async (request, reply) => {
  const { next } = request.query as { next: string };
  // expect: open-redirect
  return reply.redirect(next);
});
fastify.get('/old', async (request, reply) => {
  // expect: open-redirect
  return reply.code(302).header('location', (request.query as { next: string }).next).send();
});

const hapi = Hapi.server({ port: 3000 });
hapi.route({
  method: 'GET',
  path: '/login',
  // expect: open-redirect
  handler: (request, h) => h.redirect(request.query.next),
});

const hono = new Hono();
hono.get('/login', (c) => {
  // expect: open-redirect
  return c.redirect(c.req.query('next') ?? '/');
});

@Controller('login')
export class LoginController {
  @Get()
  login(@Query('next') next: string, @Res() response: Response): void {
    // expect: open-redirect
    response.redirect(next);
  }

  @Get('returned')
  @Redirect()
  returned(@Query('next') next: string) {
    // expect: open-redirect
    return { url: next, statusCode: 302 };
  }
}

export function middleware(request: NextRequest) {
  const next = request.nextUrl.searchParams.get('next') ?? '/';
  // expect: open-redirect
  return NextResponse.redirect(new URL(next, request.url));
}

createServer((req, res) => {
  const query = new URL(req.url ?? '/', 'http://localhost').searchParams;
  // expect: open-redirect
  res.writeHead(302, { location: query.get('next') ?? '/' });
  res.end();
}).listen(8080);
