import Fastify from 'fastify';
import helmet from '@fastify/helmet';
const app = Fastify();
await app.register(helmet, { global: true });
