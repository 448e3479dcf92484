import { PrismaClient } from '@prisma/client';
import DataLoader from 'dataloader';
import { Router } from 'express';

const prisma = new PrismaClient();
export const router = Router();

const customers = new DataLoader(async (ids: readonly string[]) => prisma.customer.findMany({ where: { id: { in: [...ids] } } }));

router.get('/orders', async (_req, res) => {
  const orders = await prisma.order.findMany({ take: 50, include: { lines: true } });
  res.json(await Promise.all(orders.map(async (order) => ({ ...order, customer: await customers.load(order.customerId) }))));
});

router.get('/authors', async (_req, res) => {
  const posts = await prisma.post.findMany({ take: 50 });
  const cache = new Map<string, unknown>();
  for (const post of posts) {
    if (!cache.has(post.authorId)) {
      cache.set(post.authorId, await prisma.user.findUnique({ where: { id: post.authorId } }));
    }
  }
  res.json([...cache.values()]);
});
