import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function createInvoice(total: number) {
  const last = await prisma.invoice.findFirst({ orderBy: { number: 'desc' } });
  return prisma.invoice.create({
    data: {
      // expect: distributed-lock
      number: (last?.number ?? 0) + 1,
      total,
    },
  });
}

export async function createQuote(total: number) {
  const count = await prisma.quote.count();
  // expect: distributed-lock
  const quoteNumber = `Q-${count + 1}`;
  return prisma.quote.create({ data: { quoteNumber, total } });
}
