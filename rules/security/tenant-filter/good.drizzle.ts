import { and, eq, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Request, Response } from 'express';

export const invoices = pgTable('invoices', { id: uuid('id').primaryKey(), orgId: uuid('organization_id').notNull(), number: text('number') });
export const payments = pgTable('payments', { id: uuid('id').primaryKey(), orgId: uuid('organization_id').notNull() });

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
