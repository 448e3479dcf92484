import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';

const t = initTRPC.create();
const prisma = new PrismaClient();
interface Order {
  sku: string;
}

export const appRouter = t.router({
  // expect: input-validation
  create: t.procedure.input((value: unknown) => value as Order).mutation(({ input }) => prisma.order.create({ data: input })),
  // expect: input-validation
  replace: t.procedure.input(z.any()).mutation(async ({ input }) => prisma.order.update({ where: { id: input.id }, data: input })),
  // ok: input-validation
  rename: t.procedure.input(z.object({ id: z.string().uuid(), name: z.string().max(80) })).mutation(({ input }) => prisma.order.update({ where: { id: input.id }, data: { name: input.name } })),
  all: t.procedure.query(() => prisma.order.findMany()),
});
