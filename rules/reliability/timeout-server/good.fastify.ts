import Fastify from 'fastify';
const app = Fastify({ logger: true, connectionTimeout: 60_000 });
await app.listen({ port: 3000 });
