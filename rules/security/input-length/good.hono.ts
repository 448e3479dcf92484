import { Hono } from 'hono';
import { zValidator } from '@hono/zod-validator';
import { PrismaClient } from '@prisma/client';
import { z } from 'zod';

const prisma = new PrismaClient();
const app = new Hono();

app.post('/invites', zValidator('json', z.object({ email: z.string().email().max(254), message: z.string().max(1000) })), async (c) => {
  const { email, message } = c.req.valid('json');
  return c.json(await prisma.invite.create({ data: { email, message } }));
});
// What a query holds is no body.
app.post('/search', zValidator('query', z.object({ text: z.string() })), async (c) => c.json(await prisma.comment.findMany({ where: { text: c.req.valid('query').text }, take: 10 })));
