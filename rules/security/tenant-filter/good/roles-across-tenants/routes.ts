import { PrismaClient } from '@prisma/client';
import { Router } from 'express';
import { requireRole } from './auth.js';

const prisma = new PrismaClient();
export const router = Router();

// A tenant is one kind of caller here, so that the others are people of the service.
router.get('/own', requireRole('organization'), async (req, res) => {
  res.json(await prisma.invoice.findMany({ where: { organizationId: req.user.organizationId } }));
});

router.post('/invoices/:id/send', requireRole('accountant'), async (req, res) => {
  res.json(await prisma.invoice.findUnique({ where: { id: req.params.id } }));
});

router.delete('/courses/:id', requireRole('sysadmin'), async (req, res) => {
  await prisma.course.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

// The branch says who gets all of it.
router.get('/pricing', async (req, res) => {
  const isStaff = ['accountant', 'sysadmin'].includes(req.userRole);
  res.json(isStaff ? await prisma.course.findMany() : await prisma.course.findMany({ where: { organizationId: req.user.organizationId } }));
});

router.get('/audit', async (req, res) => {
  if (!req.user.isSuperAdmin) return res.sendStatus(403);
  return res.json(await prisma.invoice.findMany());
});

// Instructors belong to no organization, which is another role.
router.get('/instructors', async (_req, res) => {
  res.json(await prisma.user.findMany({ where: { role: 'instructor' } }));
});
