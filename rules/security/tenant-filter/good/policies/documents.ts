import { PrismaClient } from '@prisma/client';
import express from 'express';
import { authorize } from './policy.js';

const prisma = new PrismaClient();
export const router = express.Router();

// The row is read by its id, and a policy looks at it before anything is done with it.
router.get('/documents/:id', async (req, res) => {
  const document = await prisma.document.findUnique({ where: { id: req.params.id } });
  authorize(req.user, 'read', document);
  res.json(document);
});

router.post('/documents/:id/pins', async (req, res) => {
  const [document, pin] = await Promise.all([
    prisma.document.findUnique({ where: { id: req.params.id } }),
    prisma.pin.findUnique({ where: { id: req.body.pin } }),
  ]);
  authorize(req.user, 'update', document);
  authorize(req.user, 'update', pin);
  res.json({ document, pin });
});
