import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';

const t = initTRPC.context<{ user: { id: string; role: string } | null }>().create();
const prisma = new PrismaClient();
const protectedProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});
const adminProcedure = protectedProcedure.use(({ ctx, next }) => {
  if (ctx.user.role !== 'admin') throw new TRPCError({ code: 'FORBIDDEN' });
  return next();
});
const byId = z.object({ id: z.string() });

export const noteRouter = t.router({
  // expect: authz-missing
  remove: protectedProcedure.input(byId).mutation(({ input }) => prisma.note.delete({ where: { id: input.id } })),
  // ok: authz-missing
  purge: adminProcedure.input(byId).mutation(({ input }) => prisma.note.delete({ where: { id: input.id } })),
  // ok: authz-missing
  update: protectedProcedure.input(byId).mutation(({ ctx, input }) => prisma.note.update({ where: { id: input.id, ownerId: ctx.user.id }, data: { read: true } })),
  // It names no record.
  clear: protectedProcedure.mutation(({ ctx }) => prisma.note.deleteMany({ where: { ownerId: ctx.user.id } })),
});
