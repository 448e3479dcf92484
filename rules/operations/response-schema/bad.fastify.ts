import Fastify from 'fastify';

const app = Fastify();
const response = { 200: { type: 'object', properties: { id: { type: 'string' } } } };
app.get('/orders', { schema: { response } }, async () => []);
app.post('/orders', { schema: { body: {}, response } }, async () => ({}));
app.get('/orders/:id', { schema: { params: {}, response } }, async () => ({}));
app.put('/orders/:id', { schema: { response } }, async () => ({}));
// expect: response-schema P3
app.get('/users/:id', { schema: { params: { type: 'object' } } }, async () => users.one());
// expect: response-schema
app.get('/users', async () => users.all());
// Files, streams and sockets have no shape to declare.
app.get('/orders/export', async (request, reply) => reply.type('text/csv').send(await users.csv()));
app.get('/orders/events', async (request, reply) => users.stream(reply));
await app.listen({ port: 3000 });
