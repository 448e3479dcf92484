import { PrismaClient } from '@prisma/client';
import { Router } from 'express';

const prisma = new PrismaClient();
export const router = Router();

router.get('/orders', async (_req, res) => {
  const orders = await prisma.order.findMany({ take: 50 });
  const full = await Promise.all(
    orders.map(async (order) => ({
      ...order,
      // expect: n-plus-one
      customer: await prisma.customer.findUnique({ where: { id: order.customerId } }),
    })),
  );
  res.json(full);
});
