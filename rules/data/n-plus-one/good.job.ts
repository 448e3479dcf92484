import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// Nobody waits for it.
export async function nightly(): Promise<void> {
  const orders = await prisma.order.findMany();
  for (const order of orders) {
    const customer = await prisma.customer.findUnique({ where: { id: order.customerId } });
    console.log(customer?.email);
  }
}

setInterval(nightly, 86_400_000);
