import rateLimit from 'express-rate-limit';
import Fastify from 'fastify';
import fastifyRateLimit from '@fastify/rate-limit';
import { rateLimiter } from 'hono-rate-limiter';
import ratelimit from 'koa-ratelimit';
import { ThrottlerModule } from '@nestjs/throttler';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { redis } from './redis';

export const a = rateLimit({ windowMs: 60_000, limit: 100, standardHeaders: true });
export const b = rateLimit({ windowMs: 60_000, limit: 100, standardHeaders: 'draft-8', legacyHeaders: false });
export const c = rateLimiter({ windowMs: 60_000, limit: 100, keyGenerator: () => '' });
export const d = ratelimit({ driver: 'redis', db: redis });
export const e = ThrottlerModule.forRoot({ throttlers: [] });
// It answers nothing itself.
export const f = new RateLimiterRedis({ storeClient: redis, points: 5, duration: 60 });

const app = Fastify();
app.register(fastifyRateLimit, { max: 100, enableDraftSpec: true });
