import Fastify from 'fastify';
import rateLimit from '@fastify/rate-limit';
import fp from 'fastify-plugin';

const limits = fp(async (instance) => {
  await instance.register(rateLimit, { max: 100, timeWindow: '1 minute' });
});

const app = Fastify();
await app.register(limits);
app.post('/login', { config: { rateLimit: { max: 5, timeWindow: '15 minutes' } } }, async (request) => ({ token: request.body }));
app.get('/orders', async () => []);
await app.register(async (inner) => {
  inner.get('/inner', async () => []);
});

const single = Fastify();
await single.register(rateLimit, { global: false });
single.get('/reports', { preHandler: single.rateLimit({ max: 3 }) }, async () => []);
single.route({ method: 'POST', url: '/login', config: { rateLimit: { max: 5 } }, handler: async () => ({}) });
