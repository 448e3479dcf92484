import { Hono } from 'hono';
import { zValidator } from '@hono/zod-validator';
import { z } from 'zod';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = new Hono();

app.post('/notes', zValidator('json', z.object({ text: z.string().max(500) })), async (c) => {
  const note = c.req.valid('json');
  return c.json(await prisma.note.create({ data: note }));
});

export default app;
