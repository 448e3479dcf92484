import Fastify from 'fastify';

export const app = Fastify();
app.get('/a', async (request, reply) => reply.code(404).send({ error: { code: 'not-found', message: 'no a' } }));
app.get('/b', async (request, reply) => reply.code(409).send({ error: { code: 'conflict' }, requestId: request.id }));
// expect: error-format
app.get('/c', async (request, reply) => reply.code(400).send({ errors: ['c is missing'] }));
app.get('/health', async (request, reply) => reply.code(503).send('down'));
