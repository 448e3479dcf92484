import Fastify from 'fastify';
import { Hono } from 'hono';
import { hostname, cpus } from 'node:os';

const fastify = Fastify();
// expect: health-detail-exposed
fastify.get('/health', async () => ({ status: 'ok', cpus: cpus().length, host: hostname() }));
// expect: health-detail-exposed
fastify.get('/status', async (request, reply) => {
  return reply.send({ ...process.versions });
});

const hono = new Hono();
// expect: health-detail-exposed
hono.get('/healthz', (c) => c.json({ ok: true, redis: process.env.REDIS_URL }));
