import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// expect-project: migrations
export const register = (email: string) => prisma.user.create({ data: { email } });
