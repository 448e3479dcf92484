'use server';

import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function findLink({ workspace }: { workspace: { id: string } }) {
  // expect: nosql-injection P1
  return prisma.link.findFirst({ where: { workspaceId: workspace.id } });
}
