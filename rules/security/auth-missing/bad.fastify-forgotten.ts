import Fastify from 'fastify';
import jwt from '@fastify/jwt';
import { Pool } from 'pg';

const app = Fastify();
const pool = new Pool();
app.register(jwt, { secret: process.env.JWT_SECRET! });

// What it throws is written down, and the request goes on.
async function requireUser(request) {
  try {
    await request.jwtVerify();
  } catch (error) {
    request.log.warn(error);
  }
}
// Nobody waits for it.
async function checkToken(request) {
  // expect: jwt-unverified P0
  request.jwtVerify();
}
// expect: auth-missing
app.delete('/articles/:id', { preHandler: [requireUser] }, async (request) => pool.query('DELETE FROM articles WHERE id = $1', [request.params.id]));
// expect: auth-missing
app.delete('/comments/:id', { preHandler: [checkToken] }, async (request) => pool.query('DELETE FROM comments WHERE id = $1', [request.params.id]));

async function authenticate(request, reply) {
  try {
    await request.jwtVerify();
  } catch (error) {
    reply.send(error);
  }
}
// ok: auth-missing
app.delete('/drafts/:id', { preHandler: [authenticate] }, async (request) => pool.query('DELETE FROM drafts WHERE id = $1', [request.params.id]));

await app.listen({ port: 3000 });
