import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';

const t = initTRPC.context<{ mailboxId: string | null }>().create();
const prisma = new PrismaClient();
const mailboxProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.mailboxId) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { mailboxId: ctx.mailboxId } });
});
const byId = z.object({ id: z.string() });

const noteProcedure = mailboxProcedure.input(byId).use(async ({ ctx, input, next }) => {
  const note = await prisma.note.findUnique({ where: { id: input.id, mailboxId: ctx.mailboxId } });
  if (!note) throw new TRPCError({ code: 'NOT_FOUND' });
  return next({ ctx: { note } });
});

// What a link before has left in the context names whose the record has to be.
export const router = t.router({
  removeNote: mailboxProcedure.input(byId).mutation(async ({ ctx: { mailboxId }, input: { id } }) => {
    const note = await prisma.note.findFirst({ where: { id, mailboxId } });
    if (!note) throw new Error('not found');
    await prisma.note.delete({ where: { id } });
  }),
  removeTool: mailboxProcedure.input(byId).mutation(async ({ ctx, input }) => {
    await prisma.tool.delete({ where: { id: input.id, connection: { mailboxId: ctx.mailboxId } } });
  }),
  // A link before has looked for it among the caller's.
  archive: noteProcedure.mutation(async ({ input }) => prisma.note.update({ where: { id: input.id }, data: { archived: true } })),
  removeRule: mailboxProcedure.input(byId).mutation(async ({ ctx: { mailboxId }, input: { id } }) => {
    await removeRuleOf({ id, mailboxId });
  }),
});
async function removeRuleOf({ id, mailboxId }: { id: string; mailboxId: string }) {
  await prisma.rule.delete({ where: { id, mailboxId } });
}
