import http from 'node:http';
import Koa from 'koa';
import { Hono } from 'hono';
import Fastify from 'fastify';

http.createServer((req, res) => {
  const name = new URL(req.url ?? '', 'http://localhost').searchParams.get('name');
  // expect: reflected-input P2
  res.end(`<h1>Hello ${name}</h1>`);
});

const koa = new Koa();
koa.use((ctx) => {
  // expect: reflected-input P2
  ctx.body = `<h1>Hello ${ctx.query.name}</h1>`;
});

const hono = new Hono();
// expect: reflected-input P2
hono.get('/', (c) => c.html(`<h1>Hello ${c.req.query('name')}</h1>`));

const fastify = Fastify();
fastify.get('/', (request, reply) => {
  const { name } = request.query as { name: string };
  // expect: reflected-input P2
  reply.type('text/html').send(`<h1>Hello ${name}</h1>`);
});

export async function GET(request: Request) {
  const name = new URL(request.url).searchParams.get('name');
  // expect: reflected-input P2
  return new Response(`<h1>Hello ${name}</h1>`, { headers: { 'Content-Type': 'text/html' } });
}
