import Fastify from 'fastify';
// What `http` says of requestTimeout is replaced, and keepAliveTimeout is of idle connections.
const app = Fastify({ logger: true, keepAliveTimeout: 10_000, http: { requestTimeout: 20_000 } });
// expect: timeout-server P1
await app.listen({ port: 3000 });
