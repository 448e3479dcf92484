import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Request, Response } from 'express';

export const organizations = pgTable('organizations', { id: uuid('id').primaryKey(), name: text('name') });
export const invoices = pgTable('invoices', { id: uuid('id').primaryKey(), orgId: uuid('organization_id').notNull(), number: text('number') });
export const payments = pgTable('payments', { id: uuid('id').primaryKey(), orgId: uuid('organization_id').notNull() });

const db = drizzle(process.env.DATABASE_URL!, { schema: { invoices, payments } });

export async function show(req: Request, res: Response) {
  // expect: tenant-filter
  const rows = await db.select().from(invoices).where(eq(invoices.id, req.params.id));
  // expect: tenant-filter
  const payment = await db.query.payments.findFirst({ where: eq(payments.id, req.query.payment as string) });
  res.json({ rows, payment, organization: req.user.orgId });
}

export async function remove(req: Request, res: Response) {
  // expect: tenant-filter
  await db.delete(invoices).where(and(eq(invoices.id, req.params.id), eq(invoices.number, req.body.number)));
  res.sendStatus(204);
}
