import { PrismaClient } from '@prisma/client';
import type { Request, Response } from 'express';

const prisma = new PrismaClient();

export async function show(req: Request, res: Response) {
  const invoice = await prisma.invoice.findFirst({ where: { id: req.params.id, organizationId: req.user.organizationId } });
  res.json(invoice);
}

export async function byNumber(req: Request, res: Response) {
  const { organizationId } = req.user;
  res.json(await prisma.invoice.findUnique({ where: { organizationId_number: { organizationId, number: req.params.number } } }));
}

export async function list(req: Request, res: Response) {
  const where: Record<string, unknown> = { amount: { gt: 0 } };
  where.organizationId = req.user.organizationId;
  res.json(await prisma.invoice.findMany({ where }));
}

// Looked at, and then held against the caller's own tenant.
export async function change(req: Request, res: Response) {
  const invoice = await prisma.invoice.findUnique({ where: { id: req.params.id } });
  if (invoice?.organizationId !== req.user.organizationId) return res.sendStatus(404);
  await prisma.invoice.update({ where: { id: invoice.id }, data: req.body });
  return res.sendStatus(204);
}

export async function search(req: Request, res: Response) {
  const rows = await prisma.$queryRaw`SELECT id FROM invoices WHERE organization_id = ${req.user.organizationId} AND number LIKE ${req.query.q + '%'}`;
  res.json(rows);
}

// Sign-in knows no tenant yet, and a token finds its own row only.
export async function signIn(email: string) {
  return prisma.member.findUnique({ where: { email } });
}

export async function create(req: Request, res: Response) {
  res.json(await prisma.invoice.create({ data: { ...req.body, organizationId: req.user.organizationId } }));
}
