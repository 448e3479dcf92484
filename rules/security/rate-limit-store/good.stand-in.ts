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
