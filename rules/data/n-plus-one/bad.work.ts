import { PrismaClient } from '@prisma/client';
import { Router } from 'express';

const prisma = new PrismaClient();
export const router = Router();

// Each row is a piece of work: reported, with low confidence.
router.post('/orders/close', async (_req, res) => {
  const orders = await prisma.order.findMany({ where: { open: true }, take: 50 });
  for (const order of orders) {
    // expect: n-plus-one
    const customer = await prisma.customer.findUnique({ where: { id: order.customerId } });
    await prisma.order.update({ where: { id: order.id }, data: { open: false, closedFor: customer?.email } });
  }
  res.json(orders);
});
