import { PrismaClient } from '@prisma/client';
import pino from 'pino';

const prisma = new PrismaClient();
const logger = pino();

export async function find(id: string) {
  const user = await prisma.user.findUnique({ where: { id } });
  logger.info({ userId: user?.id }, 'found');
  const names = await prisma.user.findMany({ select: { id: true } });
  console.log('all', names);
  const count = await prisma.user.count();
  console.log('number', count);
  const order = await prisma.order.findFirst();
  console.log('order', order);
  return user;
}
