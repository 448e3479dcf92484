import { PrismaClient } from '@prisma/client';

const base = new PrismaClient();

export function clientFor(organizationId: string) {
  return base.$extends({
    query: {
      $allModels: {
        async $allOperations({ args, query }) {
          return query({ ...args, where: { ...args.where, organizationId } });
        },
      },
    },
  });
}
