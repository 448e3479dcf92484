import Fastify from 'fastify';

const app = Fastify();
await app.register(async (orders) => {
  orders.get('/', async () => []);
  orders.post('/', async (request) => request.body);
  orders.get('/:id', async () => ({}));
}, { prefix: '/api/v1/orders' });
app.get('/healthz', async () => 'ok');
app.post('/hooks/stripe', async () => 'ok');
await app.listen({ port: 3000 });
