import { and, eq, sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Request, Response } from 'express';

export const invoices = pgTable('invoices', { id: uuid('id').primaryKey(), orgId: uuid('organization_id').notNull(), number: text('number') });
export const payments = pgTable('payments', { id: uuid('id').primaryKey(), orgId: uuid('organization_id').notNull() });

export const comments = pgTable('comments', { id: uuid('id').primaryKey(), orgId: uuid('organization_id').notNull(), authorId: uuid('author_id') });
export const notices = pgTable('notices', { id: uuid('id').primaryKey(), orgId: uuid('organization_id').notNull(), data: text('data') });

const db = drizzle(process.env.DATABASE_URL!, { schema: { invoices, payments } });

export async function show(req: Request, res: Response) {
  const conditions: SQL[] = [eq(invoices.id, req.params.id)];
  conditions.push(eq(invoices.orgId, req.user.orgId));
  const rows = await db.select().from(invoices).where(and(...conditions));
  const payment = await db.query.payments.findFirst({
    where: (table, { and: both, eq: equals }) => both(equals(table.id, req.query.payment), equals(table.orgId, req.user.orgId)),
  });
  res.json({ rows, payment });
}

// What hangs on a comment that was read for its author.
export async function removeComment(req: Request, res: Response) {
  const { commentId } = req.body;
  const [comment] = await db.select().from(comments).where(and(eq(comments.id, commentId), eq(comments.authorId, req.user.id)));
  if (!comment) return res.sendStatus(404);
  await db.delete(notices).where(sql`JSON_EXTRACT(${notices.data}, '$.comment') = ${commentId}`);
  return res.sendStatus(204);
}
