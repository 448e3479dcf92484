import { initTRPC, TRPCError } from '@trpc/server';
import { createHTTPServer } from '@trpc/server/adapters/standalone';
import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';

const t = initTRPC.context<{ address: string }>().create();
const reads = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(100, '1 m') });
const limit = (limiter: Ratelimit) =>
  t.middleware(async ({ ctx, next }) => {
    const { success } = await limiter.limit(ctx.address);
    if (!success) throw new TRPCError({ code: 'TOO_MANY_REQUESTS' });
    return next();
  });

const router = t.router({
  // ok: rate-limit
  first: t.procedure.use(limit(reads)).query(() => 1),
  // ok: rate-limit
  second: t.procedure.use(limit(reads)).query(() => 2),
});
createHTTPServer({ router, createContext: ({ req }) => ({ address: req.socket.remoteAddress ?? '' }) }).listen(3000);
