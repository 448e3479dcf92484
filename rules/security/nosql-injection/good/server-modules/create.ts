'use server';

import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// Only other modules of the server bring this in: nothing makes an endpoint of it.
export async function createLink({ workspace }: { workspace: { id: string } }) {
  // ok: nosql-injection
  return prisma.link.findFirst({ where: { workspaceId: workspace.id } });
}
