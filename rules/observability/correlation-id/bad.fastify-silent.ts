// expect-project: correlation-id
import Fastify from 'fastify';

const app = Fastify({ logger: false });
app.post('/orders', async (request) => request.body);
await app.listen({ port: 3000 });
