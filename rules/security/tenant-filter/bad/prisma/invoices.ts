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

// A client that is handed over is known by its models.
export function remove(tx: Prisma.TransactionClient, id: string) {
  // expect: tenant-filter
  return tx.invoice.delete({ where: { id } });
}
