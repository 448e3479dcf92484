import { PrismaClient } from '@prisma/client';
import { Router } from 'express';
import { requireRole } from './auth.js';

const prisma = new PrismaClient();
export const router = Router();

// Each tenant has administrators of its own.
router.get('/invoices/:id', requireRole('admin'), async (req, res) => {
  // expect: tenant-filter
  res.json(await prisma.invoice.findUnique({ where: { id: req.params.id } }));
});

// The client says who it is.
router.get('/courses/:id', async (req, res) => {
  req.userId = req.body.userId;
  // expect: tenant-filter
  res.json(await prisma.course.findUnique({ where: { id: req.params.id } }));
});

router.delete('/courses/:id', requireRole('admin', 'member'), async (req, res) => {
  const course = await prisma.course.findFirst({ where: { organizationId: req.user.organizationId } });
  if (course === null) return res.sendStatus(404);
  // expect: tenant-filter
  await prisma.invoice.delete({ where: { id: req.params.invoice } });
  return res.sendStatus(204);
});
