import Fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { MongoClient } from 'mongodb';

const users = new MongoClient('mongodb://localhost').db('app').collection('users');

// These frameworks do not nest what stands in a query.
const app = Fastify();
app.get('/users', async (request) => users.findOne({ name: (request.query as { name: string }).name }));

const koa = new Koa();
koa.use(async (ctx) => {
  ctx.body = await users.findOne({ name: ctx.query.name });
});

const hono = new Hono();
hono.get('/users', async (c) => c.json(await users.findOne({ name: c.req.query('name') })));

export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  return Response.json(await users.findOne({ name: searchParams.get('name') }));
}
