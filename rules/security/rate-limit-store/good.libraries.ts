import rateLimit from 'express-rate-limit';
import ExpressBrute from 'express-brute';
import RedisBruteStore from 'express-brute-redis';
import Fastify from 'fastify';
import fastifyRateLimit from '@fastify/rate-limit';
import { rateLimiter } from 'hono-rate-limiter';
import ratelimit from 'koa-ratelimit';
import { ThrottlerModule } from '@nestjs/throttler';
import { ThrottlerStorageRedisService } from '@nest-lab/throttler-storage-redis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { RedisStore } from 'rate-limit-redis';
import { Ratelimit } from '@upstash/ratelimit';
import { redis, settings } from './redis';

export const a = rateLimit({ windowMs: 60_000, limit: 100, store: new RedisStore({ sendCommand: (...args: string[]) => redis.sendCommand(args) }) });
const shared = { store: new RedisStore({ sendCommand: (...args: string[]) => redis.sendCommand(args) }) };
export const b = rateLimit({ ...shared, windowMs: 60_000 });
export const c = new RateLimiterRedis({ storeClient: redis, points: 5, duration: 60 });
export const d = new ExpressBrute(new RedisBruteStore({ client: redis }));
export const e = rateLimiter({ binding: settings.binding, keyGenerator: () => '' });
export const f = ratelimit({ driver: 'redis', db: redis, max: 100 });
export const g = ThrottlerModule.forRoot({ throttlers: [], storage: new ThrottlerStorageRedisService(redis) });
export const h = ThrottlerModule.forRootAsync({ useFactory: () => ({ throttlers: [], storage: new ThrottlerStorageRedisService(redis) }) });
export const i = new Ratelimit({ redis, limiter: Ratelimit.slidingWindow(10, '10 s') });

const app = Fastify();
app.register(fastifyRateLimit, { max: 100, redis });

// Tests and work stations need no shared store.
export const local = process.env.NODE_ENV === 'production' ? c : new RateLimiterMemory({ points: 5, duration: 60 });
