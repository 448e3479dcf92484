import express from 'express';
import { PrismaClient } from '@prisma/client';
import { assertEmail } from './check';

const prisma = new PrismaClient();
export const router = express.Router();
router.post('/leads', async (req, res) => {
  assertEmail(req.body.email);
  res.json(await prisma.lead.create({ data: { email: req.body.email } }));
});
