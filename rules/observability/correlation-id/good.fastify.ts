import Fastify from 'fastify';

const app = Fastify({ logger: { level: 'info' } });
app.post('/orders', async (request) => request.body);
await app.listen({ port: 3000 });
