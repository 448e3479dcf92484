import { PrismaClient, Prisma } from '@prisma/client';
import type { Request, Response } from 'express';

const prisma = new PrismaClient();

export async function show(req: Request, res: Response) {
  // expect: tenant-filter P0
  const invoice = await prisma.invoice.findUnique({ where: { id: req.params.id } });
  res.json(invoice);
}

export async function list(req: Request, res: Response) {
  // expect: tenant-filter
  const invoices = await prisma.invoice.findMany({ orderBy: { number: 'asc' } });
  // ok: tenant-filter
  const countries = await prisma.country.findMany();
  res.json({ invoices, countries, organization: req.user.organizationId });
}

export async function change(req: Request, res: Response) {
  await prisma.$transaction(async (tx) => {
    // expect: tenant-filter
    await tx.invoice.update({ where: { id: req.params.id }, data: req.body });
  });
  res.sendStatus(204);
}

export async function search(req: Request, res: Response) {
  // expect: tenant-filter
  const rows = await prisma.$queryRaw`SELECT id, number FROM invoices WHERE number LIKE ${req.query.q + '%'}`;
  res.json(rows);
}

// A client that is handed over is known by its models; the id comes from the request of the caller.
function removeWith(tx: Prisma.TransactionClient, id: string) {
  // expect: tenant-filter
  return tx.invoice.delete({ where: { id } });
}

export async function remove(req: Request, res: Response) {
  await prisma.$transaction((tx) => removeWith(tx, req.params.id));
  res.sendStatus(204);
}

// A permission of the caller says nothing about the row.
export async function pay(req: Request, res: Response) {
  if (!hasPermission(req.user, 'invoice:pay')) return res.sendStatus(403);
  // expect: tenant-filter
  await prisma.invoice.update({ where: { id: req.params.id }, data: { amount: 0 } });
  return res.sendStatus(204);
}

// A check that follows comes too late for what was changed.
export async function discard(req: Request, res: Response) {
  // expect: tenant-filter
  await prisma.invoice.delete({ where: { id: req.params.id } });
  await checkInvoiceAccess(req.user, req.params.id);
  res.sendStatus(204);
}

declare function hasPermission(user: unknown, permission: string): boolean;
declare function checkInvoiceAccess(user: unknown, id: string): Promise<void>;
