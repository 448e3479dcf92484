import { PrismaClient } from '@prisma/client';
import mongoose from 'mongoose';
import pino from 'pino';

const prisma = new PrismaClient();
const logger = pino();
const Customer = mongoose.model('Customer', new mongoose.Schema({ email: String, password: String }));

export async function find(id: string) {
  const user = await prisma.user.findUnique({ where: { id } });
  // expect: pii-logging P1
  logger.info({ user }, 'found');
  const customer = await Customer.findById(id).lean();
  // expect: pii-logging P1
  console.log('customer', customer);
  // expect: pii-logging P1
  console.log(JSON.stringify(await prisma.user.findMany()));
  return { user, customer };
}
