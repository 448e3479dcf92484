import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function seed() {
  const admin = await prisma.user.create({ data: { email: 'admin@example.com' } });
  await prisma.membership.create({ data: { userId: admin.id, role: 'owner' } });
}
