import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';

const t = initTRPC.context<{ mailboxId: string | null }>().create();
const prisma = new PrismaClient();
const bookProcedure = t.procedure.input(z.object({ bookId: z.string() })).use(async ({ ctx, input, next }) => {
  if (!ctx.mailboxId) throw new TRPCError({ code: 'UNAUTHORIZED' });
  const book = await prisma.book.findUnique({ where: { id: input.bookId, mailboxId: ctx.mailboxId } });
  if (!book) throw new TRPCError({ code: 'NOT_FOUND' });
  return next({ ctx: { book } });
});

export const router = t.router({
  // The book is looked for among the caller's, and a contact of any book is changed.
  // expect: authz-missing
  removeContact: bookProcedure.input(z.object({ contactId: z.string() })).mutation(async ({ input }) => prisma.contact.delete({ where: { id: input.contactId } })),
});
