import type { FastifyInstance } from 'fastify';

export async function routes(app: FastifyInstance) {
  app.post('/login', async (request, reply) => {
    reply.setCookie('token', 'abc', { path: '/' });
  });
}
