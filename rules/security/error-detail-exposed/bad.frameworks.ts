import Koa from 'koa';
import Fastify from 'fastify';
import { Hono } from 'hono';
import { NextResponse } from 'next/server';
import http from 'node:http';
import { load } from './store';

const koa = new Koa();
koa.use(async (ctx, next) => {
  try {
    await next();
  } catch (err: any) {
    ctx.status = err.status || 500;
    // expect: error-detail-exposed P1
    ctx.body = { message: err.message, stack: err.stack };
  }
});

const fastify = Fastify();
fastify.setErrorHandler((error, request, reply) => {
  // expect: error-detail-exposed P1
  reply.code(500).send({ error: error.message });
});
fastify.get('/', async (request, reply) => {
  try {
    return await load();
  } catch (error) {
    // expect: error-detail-exposed P1
    return reply.status(500).send(error);
  }
});

const hono = new Hono();
// expect: error-detail-exposed P1
hono.onError((err, c) => c.json({ error: err.message }, 500));

export async function GET() {
  try {
    return NextResponse.json(await load());
  } catch (error) {
    // expect: error-detail-exposed P1
    return NextResponse.json({ error: (error as Error).message }, { status: 500 });
  }
}

export async function POST() {
  try {
    return Response.json(await load());
  } catch (error) {
    // expect: error-detail-exposed P1
    return new Response(`failed: ${error}`, { status: 500 });
  }
}

http.createServer((req, res) => {
  load().catch((error: Error) => {
    res.statusCode = 500;
    // expect: error-detail-exposed P1
    res.end(error.toString());
  });
});
