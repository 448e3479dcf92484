import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

// Its failure is taken, so that the row may as well be missing.
async function remember(userId: string, action: string) {
  try {
    // expect: log-blocking P3
    await prisma.auditLog.create({ data: { userId, action } });
  } catch (error) {
    console.error(error);
  }
}

app.put('/members/:id', async (req, res) => {
  await prisma.member.update({ where: { id: req.params.id }, data: req.body });
  await remember(req.params.id, 'member.update');
  res.sendStatus(204);
});

// Nothing takes its failure: perhaps it must not be missing. Listed, of low confidence.
app.put('/signatures/:id', async (req, res) => {
  await prisma.signature.update({ where: { id: req.params.id }, data: req.body });
  // expect: log-blocking
  await prisma.documentAuditLog.create({ data: { signatureId: req.params.id } });
  res.sendStatus(204);
});
