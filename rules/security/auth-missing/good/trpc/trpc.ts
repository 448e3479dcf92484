import { initTRPC, TRPCError } from '@trpc/server';

const t = initTRPC.context<{ user: { id: string; role: string } | null }>().create();

const isAuthed = t.middleware(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});
const isAdmin = isAuthed.unstable_pipe(({ ctx, next }) => {
  if (ctx.user.role !== 'admin') throw new TRPCError({ code: 'FORBIDDEN' });
  return next();
});

export const { router, mergeRouters } = t;
export const publicProcedure = t.procedure;
export const adminProcedure = t.procedure.use(isAdmin);
/** Made for each procedure, from one that asks who calls. */
export const withScope = (scope: string) => t.procedure.use(isAuthed).meta({ scope });
