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
