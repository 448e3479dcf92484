import { Hono } from 'hono';
import { zValidator } from '@hono/zod-validator';
import { PrismaClient } from '@prisma/client';
import { z } from 'zod';

const prisma = new PrismaClient();
const app = new Hono();
const comment = z.object({ text: z.string(), author: z.string() });

// expect: input-length P1
app.post('/invites', zValidator('json', z.object({ email: z.string().email(), message: z.string() })), async (c) => {
  const { email, message } = c.req.valid('json');
  return c.json(await prisma.invite.create({ data: { email, message } }));
});
// expect: input-length P1
app.post('/comments', zValidator('form', comment), async (c) => c.json(await prisma.comment.create({ data: c.req.valid('form') })));
