import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { redis } from './redis';

export class Limits {
  private static readonly insurance = new RateLimiterMemory({ points: 5, duration: 60 });

  static perMinute() {
    return new RateLimiterRedis({ storeClient: redis, points: 5, duration: 60, insuranceLimiter: this.insurance });
  }
}

const local = new RateLimiterMemory({ points: 5, duration: 60 });
export const login = new RateLimiterRedis({ storeClient: redis, points: 5, duration: 60, insuranceLimiter: local });

export async function limiterOf(points: number) {
  const url = process.env.REDIS_URL;
  let limiter;
  if (url) {
    limiter = new RateLimiterRedis({ storeClient: redis, points, duration: 60 });
  } else {
    // Nobody set a store up here.
    limiter = new RateLimiterMemory({ points, duration: 60 });
  }
  return limiter;
}
