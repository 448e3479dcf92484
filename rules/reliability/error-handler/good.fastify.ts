import Fastify from 'fastify';

export const app = Fastify();
app.get('/orders', async () => []);
