import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';

const t = initTRPC.create();
const db = new PrismaClient();

export const appRouter = t.router({
  // expect: input-length
  make: t.procedure.input(z.object({ title: z.string().max(200), detail: z.string() })).mutation(({ input }) => db.task.create({ data: { title: input.title, detail: input.detail } })),
  // expect: input-length
  admit: t.procedure.input(z.object({ history: z.string() })).mutation(({ input }) => db.patient.create({ data: { history: input.history } })),
  // ok: input-length
  move: t.procedure.input(z.object({ detail: z.string().max(4000) })).mutation(({ input }) => db.task.create({ data: { detail: input.detail } })),
});
