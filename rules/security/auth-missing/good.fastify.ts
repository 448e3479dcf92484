import auth from '@fastify/auth';
import jwt from '@fastify/jwt';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Pool } from 'pg';

const app = Fastify();
const pool = new Pool();

await app.register(jwt, { secret: process.env.JWT_SECRET! });
await app.register(auth);

app.decorate('authenticate', async (request: FastifyRequest, reply: FastifyReply) => {
  try {
    await request.jwtVerify();
  } catch (error) {
    reply.send(error);
  }
});

async function verifyKey(request: FastifyRequest) {
  if (request.headers['x-api-key'] !== process.env.API_KEY) throw app.httpErrors.unauthorized();
}

app.post('/a', { onRequest: [app.authenticate] }, async () => pool.query('INSERT INTO a DEFAULT VALUES'));
app.post('/b', { preHandler: app.auth([verifyKey]) }, async () => pool.query('INSERT INTO a DEFAULT VALUES'));

await app.register(async (inner: FastifyInstance) => {
  inner.addHook('onRequest', async (request) => {
    await request.jwtVerify();
  });
  inner.delete('/c/:id', async () => pool.query('DELETE FROM a'));
});

await app.listen({ port: 3000 });
