import express from 'express';
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const router = express.Router();
const Address = z.object({ city: z.string().max(80) });

// expect: input-validation P0
router.post('/customers', async (req, res) => {
  const address = Address.parse(req.body.address);
  const customer = await prisma.customer.create({ data: { city: address.city, name: req.body.name, role: req.body.role } });
  res.json(customer);
});

export default router;
