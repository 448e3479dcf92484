import { PrismaClient } from '@prisma/client';

export const base = new PrismaClient();

export const scoped = base.$extends({
  query: { $allModels: { $allOperations: ({ args, query }) => query({ ...args, where: { ...args.where, organizationId: current() } }) } },
});

declare function current(): string;
