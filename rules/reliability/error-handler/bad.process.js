// expect-project: error-handler
const Fastify = require('fastify');
const app = Fastify();
app.get('/', async () => 'ok');
app.listen({ port: 3000 });
