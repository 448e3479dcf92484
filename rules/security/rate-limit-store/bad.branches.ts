import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { redis } from './redis';

export function limiters(strict: boolean, shared: boolean) {
  const general = shared ? new RateLimiterRedis({ storeClient: redis, points: 100, duration: 60 }) : null;
  // Asked of something else than whether there is a store.
  // expect: rate-limit-store
  const login = strict ? new RateLimiterMemory({ points: 5, duration: 60 }) : null;
  return { general, login };
}
