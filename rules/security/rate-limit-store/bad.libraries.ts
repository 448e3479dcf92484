import rateLimit, { MemoryStore } from 'express-rate-limit';
import ExpressBrute from 'express-brute';
import Fastify from 'fastify';
import fastifyRateLimit from '@fastify/rate-limit';
import { rateLimiter } from 'hono-rate-limiter';
import ratelimit from 'koa-ratelimit';
import { ThrottlerModule } from '@nestjs/throttler';
import { RateLimiterMemory } from 'rate-limiter-flexible';

// expect: rate-limit-store
export const a = rateLimit({ windowMs: 60_000, limit: 100 });
// expect: rate-limit-store
export const b = rateLimit({ windowMs: 60_000, limit: 100, store: new MemoryStore() });
// expect: rate-limit-store
export const c = new RateLimiterMemory({ points: 5, duration: 60 });
// expect: rate-limit-store
export const d = new ExpressBrute(new ExpressBrute.MemoryStore());
// expect: rate-limit-store
export const e = rateLimiter({ windowMs: 60_000, limit: 100, keyGenerator: () => '' });
// expect: rate-limit-store
export const f = ratelimit({ driver: 'memory', db: new Map(), max: 100 });
// expect: rate-limit-store
export const g = ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: 10 }] });
// expect: rate-limit-store
export const h = ThrottlerModule.forRoot([{ ttl: 60_000, limit: 10 }]);

const app = Fastify();
// expect: rate-limit-store
app.register(fastifyRateLimit, { max: 100 });
