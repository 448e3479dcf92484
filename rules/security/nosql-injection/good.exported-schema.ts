import type { FastifyReply, FastifyRequest } from 'fastify';
import { PrismaClient } from '@prisma/client';
import { z } from 'zod';

const prisma = new PrismaClient();

// Routes are found by their files; who loads them hands both to the framework.
export const schema = {
  body: z.object({ username: z.string(), password: z.string() }).required(),
};

export const run = async (req: FastifyRequest, res: FastifyReply) => {
  const { username, password } = req.body as { username?: string; password?: string };
  const user = await prisma.user.findFirst({ where: { username, password } });
  return res.send(user);
};
