// expect-project: health-endpoint
import Fastify from 'fastify';

const app = Fastify();
app.get('/users/:id', async () => ({}));
app.listen({ port: 3000 });
