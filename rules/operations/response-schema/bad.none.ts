import Fastify from 'fastify';

const app = Fastify();
// expect: response-schema
app.get('/a', async () => []);
// expect: response-schema
app.get('/b', async () => []);
// expect: response-schema
app.get('/c', async () => []);
app.get('/d', { schema: { response: {} } }, async () => []);
await app.listen({ port: 3000 });
