// The hook is added in one plugin, and holds for the routes of that plugin only.
import Fastify, { type FastifyInstance } from 'fastify';
import jwt from '@fastify/jwt';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = Fastify();
await app.register(jwt, { secret: process.env.JWT_SECRET! });

async function guardedRoutes(instance: FastifyInstance) {
  instance.addHook('onRequest', async (request, reply) => {
    try {
      await request.jwtVerify();
    } catch {
      return reply.code(401).send({ error: 'sign in' });
    }
  });
  // ok: auth-missing
  instance.post('/notes', async (request) => prisma.note.create({ data: { text: (request.body as { text: string }).text } }));
}

async function forgottenRoutes(instance: FastifyInstance) {
  // expect: auth-missing
  instance.delete('/notes/:id', async (request) => prisma.note.delete({ where: { id: (request.params as { id: string }).id } }));
}

await app.register(guardedRoutes, { prefix: '/api' });
await app.register(forgottenRoutes, { prefix: '/api' });
await app.listen({ port: 3000 });
