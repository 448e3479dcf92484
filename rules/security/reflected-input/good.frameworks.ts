import Koa from 'koa';
import { Hono } from 'hono';
import Fastify from 'fastify';

const koa = new Koa();
koa.use((ctx) => {
  if (ctx.query.json) ctx.body = { name: ctx.query.name };
  else if (ctx.query.plain) ctx.body = `Hello ${ctx.query.name}`;
  else {
    ctx.type = 'text/plain';
    ctx.body = `<${ctx.query.name}>`;
  }
});

const hono = new Hono();
hono.get('/', (c) => c.text(`Hello ${c.req.query('name')}`));
hono.get('/json', (c) => c.json({ name: c.req.query('name') }));

const fastify = Fastify();
fastify.get('/', (request, reply) => {
  const { name } = request.query as { name: string };
  reply.send(`Hello ${name}`);
});

export async function GET(request: Request) {
  const name = new URL(request.url).searchParams.get('name');
  if (name === null) return new Response(`no name`, { status: 400 });
  return new Response(`Hello ${name}`);
}
