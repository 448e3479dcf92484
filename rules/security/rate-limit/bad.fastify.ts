import Fastify from 'fastify';
import rateLimit from '@fastify/rate-limit';

const app = Fastify();
await app.register(rateLimit, { global: false });

// expect: rate-limit P0
app.post('/login', async (request) => ({ token: request.body }));
// expect: rate-limit P1
app.get('/export', { config: { rateLimit: false } }, async () => []);
app.get('/reports', { config: { rateLimit: { max: 10, timeWindow: '1 minute' } } }, async () => []);
