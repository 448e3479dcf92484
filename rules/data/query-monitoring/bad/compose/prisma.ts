import { PrismaClient } from '@prisma/client';

// expect: query-monitoring P2
export const prisma = new PrismaClient({ log: ['warn', 'error'] });
