import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

const TABLES = { rooms: { table: 'Room', limit: 10 }, guests: { table: 'Guest', limit: 50 } };

// What the table does not hold is refused.
app.post('/cleanups', async (req, res) => {
  const entry = req.body.resource ? TABLES[req.body.resource as keyof typeof TABLES] : undefined;
  if (!entry) return res.status(400).json({ error: 'unknown resource' });
  await prisma.cleanup.create({ data: { table: entry.table, limit: entry.limit } });
  return res.sendStatus(201);
});
