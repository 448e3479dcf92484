import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export function deleteInvoice(id: string) {
  // ok: tenant-filter
  return prisma.invoice.delete({ where: { id } });
}

export async function loadInvoice(id: string) {
  // ok: tenant-filter
  return prisma.invoice.findUnique({ where: { id } });
}

export function removeInvoice(id: string) {
  // ok: tenant-filter
  return prisma.invoice.delete({ where: { id } });
}

// Nobody calls it: who chooses the id cannot be told.
export function voidInvoice(id: string) {
  // ok: tenant-filter
  return prisma.invoice.update({ where: { id }, data: { amount: 0 } });
}

// Numbers of the whole installation, asked for by no request.
export function countInvoices() {
  // ok: tenant-filter
  return prisma.invoice.count();
}
