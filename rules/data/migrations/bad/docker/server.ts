import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const register = (email: string) => prisma.user.create({ data: { email } });
