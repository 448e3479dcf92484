import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// The row of counters is raised in one statement.
export async function createInvoice(total: number) {
  return prisma.$transaction(async (tx) => {
    const { value } = await tx.counter.update({ where: { name: 'invoice' }, data: { value: { increment: 1 } } });
    return tx.invoice.create({ data: { number: value, total } });
  });
}

// Of two items at one position nobody comes to harm.
export async function addItem(listId: string, title: string) {
  const count = await prisma.item.count({ where: { listId } });
  return prisma.item.create({ data: { listId, title, position: count + 1 } });
}

// The number of a page.
export async function nextPage(page: number) {
  const count = await prisma.item.count();
  const nextPageNumber = page + 1;
  return { nextPageNumber, pages: Math.ceil(count / 20) };
}

// Under a lock: whether it is about this number is not told.
export async function createReceipt(total: number) {
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(42)`;
    const count = await tx.receipt.count();
    return tx.receipt.create({ data: { number: count + 1, total } });
  });
}
