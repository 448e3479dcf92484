import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';

const t = initTRPC.create();
const prisma = new PrismaClient();
const Page = z.object({ cursor: z.string().nullish(), limit: z.number().int().max(100) });
const paged = t.procedure.input(Page);

export const appRouter = t.router({
  // ok: input-validation
  list: paged.query(({ input: { cursor, limit } }) => prisma.order.findMany({ take: limit, cursor: { id: cursor } })),
  // A function that looks at what it gets.
  // ok: input-validation
  byName: t.procedure
    .input((value: unknown) => {
      if (typeof value !== 'string' || value.length > 80) throw new TRPCError({ code: 'BAD_REQUEST' });
      return value;
    })
    .query(({ input }) => prisma.order.findFirst({ where: { name: input } })),
  // Nobody reads it.
  ping: t.procedure.input(z.any()).query(() => 'pong'),
});
