import { Prisma, PrismaClient } from '@prisma/client';
import type { NextApiRequest, NextApiResponse } from 'next';

const prisma = new PrismaClient();
const ORDER: Record<string, string> = { newest: '"createdAt" DESC', oldest: '"createdAt" ASC' };

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { q, sort } = req.query;
  const found = await prisma.$queryRawUnsafe('SELECT * FROM "Post" WHERE title ILIKE $1', `%${q}%`);
  const again = await prisma.$queryRaw`SELECT * FROM "Post" WHERE title = ${q}`;
  const composed = await prisma.$queryRaw(Prisma.sql`SELECT * FROM "Post" WHERE slug IN (${Prisma.join([q, sort])})`);
  const order = sort === 'oldest' ? ORDER.oldest! : ORDER.newest!;
  const sorted = await prisma.$queryRaw`SELECT * FROM "Post" ORDER BY ${Prisma.raw(order)}`;
  await prisma.$transaction(async (tx) => {
    await tx.$executeRaw`DELETE FROM "Draft" WHERE slug = ${req.body.slug}`;
  });
  res.json({ found, again, composed, sorted });
}
