import { initTRPC, TRPCError } from '@trpc/server';
import { PrismaClient } from '@prisma/client';
import { z } from 'zod';

const prisma = new PrismaClient();
const t = initTRPC.context<{ user?: { id: string } }>().create();
const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next();
});
const connection = z.object({ webhookUrl: z.string().url() });

// Called with what is stored as well, by a procedure that asks for nobody: who filled it in is told by the other one.
async function notify(target: { webhookUrl: string }, text: string) {
  // expect: ssrf P2
  await fetch(target.webhookUrl, { method: 'POST', body: JSON.stringify({ text }) });
}

async function notifyAnybody(target: { webhookUrl: string }) {
  // expect: ssrf P1
  await fetch(target.webhookUrl, { method: 'POST' });
}

export const router = t.router({
  test: signedIn.input(connection).mutation(({ input }) => notify(input, 'a test')),
  tryOut: t.procedure.input(connection).mutation(({ input }) => notifyAnybody(input)),
  deployed: t.procedure.mutation(async () => {
    for (const row of await prisma.connection.findMany()) await notify(row, 'deployed');
  }),
});
