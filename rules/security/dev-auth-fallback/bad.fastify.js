import jwt from '@fastify/jwt';
import Fastify from 'fastify';
import fp from 'fastify-plugin';

export const guard = fp(async (fastify) => {
  fastify.register(jwt, { secret: process.env.JWT_SECRET });
  fastify.decorate('authenticate', async (request, reply) => {
    // expect: dev-auth-fallback P0
    if (!process.env.AUTH_ENABLED) return;
    await request.jwtVerify();
  });
});

const app = Fastify();
app.addHook('onRequest', async (request, reply) => {
  // expect: dev-auth-fallback
  if (process.env.NODE_ENV !== 'production') return;
  if (request.headers['x-api-key'] !== process.env.API_KEY) return reply.code(401).send({ error: 'unauthorized' });
});
