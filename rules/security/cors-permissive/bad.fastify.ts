import cors from '@fastify/cors';
import jwt from '@fastify/jwt';
import Fastify from 'fastify';

const app = Fastify();
await app.register(jwt, { secret: process.env.JWT_SECRET! });

// expect: cors-permissive P0
await app.register(cors, { origin: true, credentials: true });

// expect: cors-permissive P1
await app.register(cors);

// expect: cors-permissive P1
await app.register(cors, { origin: ['*'] });

// expect: cors-permissive P1
await app.register(cors, { origin: async (origin) => origin?.includes('example.com') ?? false });

// expect: cors-permissive P1
await app.register(import('@fastify/cors'), { origin: (origin, done) => done(null, true) });
