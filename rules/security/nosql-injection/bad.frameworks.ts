import Fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { MongoClient } from 'mongodb';

const users = new MongoClient('mongodb://localhost').db('app').collection('users');

const app = Fastify();
app.post('/users', async (request) => {
  const body = request.body as { name: string };
  // expect: nosql-injection P0
  return users.findOne({ name: body.name });
});

const koa = new Koa();
koa.use(async (ctx) => {
  // expect: nosql-injection P0
  ctx.body = await users.findOne({ name: ctx.request.body.name });
});

const hono = new Hono();
hono.post('/users', async (c) => {
  const { name } = await c.req.json();
  // expect: nosql-injection P0
  return c.json(await users.findOne({ name }));
});

export async function POST(request: Request) {
  const body = await request.json();
  // expect: nosql-injection P0
  return Response.json(await users.findOne({ name: body.name }));
}
