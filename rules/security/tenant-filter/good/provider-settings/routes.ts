import { PrismaClient } from '@prisma/client';
import { Router } from 'express';

const prisma = new PrismaClient();
export const router = Router();

router.delete('/mailboxes/:id', async (req, res) => {
  await prisma.mailbox.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
