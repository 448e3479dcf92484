import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';

export const limiter = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(10, '15 m') });

export function withLimit(handler: (request: Request) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
    const { success } = await limiter.limit(request.headers.get('x-forwarded-for') ?? '');
    return success ? handler(request) : new Response('Too many requests', { status: 429 });
  };
}
