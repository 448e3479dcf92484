import Fastify from 'fastify';
import metrics from 'fastify-metrics';

const app = Fastify();
await app.register(metrics, { endpoint: '/metrics' });
app.post('/orders', async (request) => request.body);
await app.listen({ port: 3000 });
