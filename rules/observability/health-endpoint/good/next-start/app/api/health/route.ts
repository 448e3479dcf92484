import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

export async function GET() {
  await db.$queryRaw`select 1`;
  return Response.json({ ok: true });
}
