import Koa from 'koa';
import Fastify from 'fastify';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { NextResponse } from 'next/server';
import { ZodError } from 'zod';
import { load } from './store';

const koa = new Koa();
koa.use(async (ctx, next) => {
  try {
    await next();
  } catch (err: any) {
    ctx.status = err.status || 500;
    ctx.body = { message: err.expose ? err.message : 'Internal server error' };
  }
});

const fastify = Fastify();
fastify.setErrorHandler((error, request, reply) => {
  request.log.error(error);
  if (error.validation) return reply.code(400).send({ error: error.message });
  if (error.statusCode && error.statusCode < 500) return reply.code(error.statusCode).send({ error: error.message });
  return reply.code(500).send({ error: 'Internal server error' });
});

const hono = new Hono();
hono.onError((err, c) => {
  if (err instanceof HTTPException) return err.getResponse();
  return c.json({ error: 'Internal server error' }, 500);
});

export async function GET() {
  try {
    return NextResponse.json(await load());
  } catch (error) {
    if (error instanceof ZodError) return NextResponse.json({ error: error.flatten() }, { status: 400 });
    console.error(error);
    return NextResponse.json({ error: 'Internal server error' }, { status: 500 });
  }
}

export async function POST() {
  try {
    return Response.json(await load());
  } catch (error) {
    const detail = process.env.NODE_ENV !== 'production' ? String(error) : undefined;
    return Response.json({ error: 'failed', detail }, { status: 500 });
  }
}
