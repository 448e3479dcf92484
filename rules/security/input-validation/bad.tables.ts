import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

const LABELS = { rooms: 'Room', guests: 'Guest' };

// Looked up, and stored all the same.
// expect: input-validation
app.post('/cleanups', async (req, res) => {
  await prisma.cleanup.create({ data: { label: LABELS[req.body.resource as keyof typeof LABELS] ?? 'other', resource: req.body.resource } });
  return res.sendStatus(201);
});

// A word of webhooks in its path, and no signature that is read.
// expect: input-validation
app.post('/integrations/webhook-test', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { token: String(req.headers.authorization) } });
  if (user === null) return res.sendStatus(401);
  await prisma.probe.create({ data: { url: req.body.url } });
  return res.sendStatus(204);
});
