import { initTRPC, TRPCError } from '@trpc/server';
import { getServerSession } from 'next-auth';
import superjson from 'superjson';

// The context tells who calls; that turns nobody away.
export const createContext = async () => ({ session: await getServerSession() });

const t = initTRPC.context<typeof createContext>().create({ transformer: superjson });

const timing = t.middleware(async ({ path, next }) => {
  const start = Date.now();
  const result = await next();
  console.log(path, Date.now() - start);
  return result;
});
const isAuthed = t.middleware(({ ctx, next }) => {
  if (!ctx.session?.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { session: ctx.session } });
});

export const createTRPCRouter = t.router;
export const publicProcedure = t.procedure.use(timing);
export const protectedProcedure = t.procedure.use(timing).use(isAuthed);
