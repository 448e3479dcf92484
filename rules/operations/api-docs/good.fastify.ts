import swagger from '@fastify/swagger';
import Fastify from 'fastify';

const app = Fastify();
await app.register(swagger, { openapi: { info: { title: 'Orders', version: '1' } } });
app.get('/orders', async () => []);
app.post('/orders', async (request) => request.body);
await app.listen({ port: 3000 });
