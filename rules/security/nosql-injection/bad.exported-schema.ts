import type { FastifyReply, FastifyRequest } from 'fastify';
import { PrismaClient } from '@prisma/client';
import { z } from 'zod';

const prisma = new PrismaClient();

export const schema = {
  body: z.object({ username: z.string(), filter: z.any() }),
};

export const run = async (req: FastifyRequest, res: FastifyReply) => {
  const { filter } = req.body as any;
  // expect: nosql-injection
  return res.send(await prisma.user.findFirst({ where: { token: filter } }));
};

export const list = async (req: FastifyRequest, res: FastifyReply) => {
  const { filter } = req.body as any;
  // expect: nosql-injection
  return res.send(await prisma.user.findMany({ where: { name: filter } }));
};
