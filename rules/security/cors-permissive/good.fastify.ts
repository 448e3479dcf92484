import cors from '@fastify/cors';
import jwt from '@fastify/jwt';
import Fastify from 'fastify';

const app = Fastify();
await app.register(jwt, { secret: process.env.JWT_SECRET! });
await app.register(cors, { origin: ['https://app.example.com'], credentials: true });
await app.register(cors, {
  origin: (origin, done) => {
    const host = origin ? new URL(origin).hostname : '';
    done(null, host === 'app.example.com');
  },
  credentials: true,
});
await app.register(cors, { origin: false });
