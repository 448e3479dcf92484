import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';

const t = initTRPC.create();
const db = new PrismaClient();

export const appRouter = t.router({
  // expect: email-validation
  join: t.procedure.input(z.object({ email: z.string(), name: z.string() })).mutation(({ input }) => db.member.create({ data: { email: input.email, name: input.name } })),
  // ok: email-validation
  invite: t.procedure.input(z.object({ email: z.string().email() })).mutation(({ input }) => db.invitation.create({ data: { email: input.email } })),
});
