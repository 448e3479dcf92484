import Fastify from 'fastify';
import cors from '@fastify/cors';
import jwt from '@fastify/jwt';
import { settings } from './settings-plugin';

const app = Fastify();
await app.register(settings);
await app.register(jwt, { secret: process.env.JWT_SECRET! });
app.get('/me', { preHandler: [(request) => request.jwtVerify()] }, async (request) => request.user);
// ok: cors-permissive
await app.register(cors, { origin: app.config.CORS_ORIGINS.split(','), credentials: true });
await app.listen({ port: 3000 });
