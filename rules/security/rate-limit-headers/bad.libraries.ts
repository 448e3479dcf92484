import rateLimit from 'express-rate-limit';
import Fastify from 'fastify';
import fastifyRateLimit from '@fastify/rate-limit';
import { rateLimiter } from 'hono-rate-limiter';
import ratelimit from 'koa-ratelimit';
import { ThrottlerModule } from '@nestjs/throttler';
import { redis } from './redis';

// expect: rate-limit-headers
export const a = rateLimit({ windowMs: 60_000, limit: 100 });
// expect: rate-limit-headers
export const b = rateLimit({ windowMs: 60_000, limit: 100, standardHeaders: false, legacyHeaders: false });
// expect: rate-limit-headers
export const c = rateLimiter({ windowMs: 60_000, limit: 100, standardHeaders: false, keyGenerator: () => '' });
// expect: rate-limit-headers
export const d = ratelimit({ driver: 'redis', db: redis, disableHeader: true });
// expect: rate-limit-headers
export const e = ThrottlerModule.forRoot({ throttlers: [], setHeaders: false });

const app = Fastify();
// expect: rate-limit-headers
app.register(fastifyRateLimit, { max: 100 });
