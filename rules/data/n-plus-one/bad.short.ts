import { PrismaClient } from '@prisma/client';
import { Router } from 'express';

const prisma = new PrismaClient();
export const router = Router();
const BATCH_SIZE = 500;

// Lists that stay short: reported, with low confidence.
router.get('/settings', async (_req, res) => {
  const roles = await prisma.role.findMany();
  const newest = await prisma.order.findMany({ take: 5 });
  const pending = await prisma.order.findMany({ where: { sent: false }, take: BATCH_SIZE });
  // expect: n-plus-one
  const counts = await Promise.all(roles.map((role) => prisma.user.count({ where: { roleId: role.id } })));
  // expect: n-plus-one
  const customers = await Promise.all(newest.map((order) => prisma.customer.findUnique({ where: { id: order.customerId } })));
  for (const order of pending) {
    // expect: n-plus-one
    const owner = await prisma.customer.findUnique({ where: { id: order.customerId } });
    if (owner !== null) break;
  }
  res.json({ counts, customers });
});

// Refuses what does not fit: a query for each item of the cart.
router.get('/cart', async (req, res) => {
  const items = await prisma.cartItem.findMany({ where: { cartId: String(req.query.cart) } });
  for (const item of items) {
    // expect: n-plus-one
    const product = await prisma.product.findUnique({ where: { id: item.productId } });
    if (product === null) return res.status(404).end();
  }
  return res.json(items);
});
