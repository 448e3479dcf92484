import Fastify from 'fastify';
import underPressure from '@fastify/under-pressure';

const app = Fastify();
await app.register(underPressure, { exposeStatusRoute: true });
await app.listen({ port: 3000 });
