import { z } from 'zod';
import { PrismaClient } from '@prisma/client';
import { createTRPCRouter, protectedProcedure, publicProcedure } from './trpc';

const prisma = new PrismaClient();

export const postRouter = createTRPCRouter({
  all: publicProcedure.query(() => prisma.post.findMany({ take: 20 })),
  // ok: auth-missing
  create: protectedProcedure.input(z.object({ title: z.string().max(100) })).mutation(({ ctx, input }) => prisma.post.create({ data: { ...input, authorId: ctx.session.user.id } })),
  // expect: auth-missing
  remove: publicProcedure.input(z.object({ id: z.string() })).mutation(({ input }) => prisma.post.delete({ where: { id: input.id } })),
  drafts: {
    // expect: auth-missing
    publish: publicProcedure.input(z.object({ id: z.string() })).mutation(async ({ input }) => {
      await prisma.post.update({ where: { id: input.id }, data: { published: true } });
    }),
  },
});
