import { initTRPC, TRPCError } from '@trpc/server';
import { and, eq } from 'drizzle-orm';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { z } from 'zod';

const tasks = pgTable('tasks', { id: uuid('id').primaryKey(), ownerId: uuid('owner_id').notNull(), title: text('title').notNull() });
const db = drizzle(postgres(process.env.DATABASE_URL!));
const t = initTRPC.context<{ user: { id: string; role: string } | null }>().create();
const member = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});
const manager = member.use(({ ctx, next }) => {
  if (ctx.user.role !== 'manager') throw new TRPCError({ code: 'FORBIDDEN' });
  return next();
});

export const appRouter = t.router({
  // expect: authz-missing
  drop: member.input(z.string().uuid()).mutation(async ({ input }) => {
    await db.delete(tasks).where(eq(tasks.id, input));
  }),
  // ok: authz-missing
  dropOwn: member.input(z.string().uuid()).mutation(async ({ ctx, input }) => {
    await db.delete(tasks).where(and(eq(tasks.id, input), eq(tasks.ownerId, ctx.user.id)));
  }),
  // ok: authz-missing
  purge: manager.input(z.string().uuid()).mutation(async ({ input }) => {
    await db.delete(tasks).where(eq(tasks.id, input));
  }),
});
