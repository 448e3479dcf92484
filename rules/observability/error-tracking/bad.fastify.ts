// expect-project: error-tracking
import Fastify from 'fastify';

const app = Fastify({ logger: true });
app.post('/orders', async (request) => request.body);
await app.listen({ port: 3000 });
