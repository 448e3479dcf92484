import { z } from 'zod';
import { TRPCError } from '@trpc/server';
import { PrismaClient } from '@prisma/client';
import { adminProcedure, mergeRouters, publicProcedure, router, withScope } from './trpc';

const prisma = new PrismaClient();
const byId = z.object({ id: z.string() });

const users = router({
  // ok: auth-missing
  ban: adminProcedure.input(byId).mutation(({ input }) => prisma.user.update({ where: { id: input.id }, data: { banned: true } })),
  // ok: auth-missing
  rename: withScope('users').input(byId).mutation(({ input }) => prisma.user.update({ where: { id: input.id }, data: { name: '' } })),
  // It asks by itself.
  // ok: auth-missing
  remove: publicProcedure.input(byId).mutation(async ({ ctx, input }) => {
    if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
    await prisma.user.delete({ where: { id: input.id } });
  }),
});
const auth = router({
  // For whoever is not known yet.
  signUp: publicProcedure.input(z.object({ email: z.string().email() })).mutation(({ input }) => prisma.user.create({ data: input })),
});

export const appRouter = mergeRouters(router({ users }), router({ auth }));

// A part of nothing that is served.
export const unused = publicProcedure.input(byId).mutation(({ input }) => prisma.user.delete({ where: { id: input.id } }));
