import { Prisma, PrismaClient } from '@prisma/client';
import type { NextApiRequest, NextApiResponse } from 'next';

const prisma = new PrismaClient();

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { q, sort } = req.query;
  // expect: sql-injection P0
  const found = await prisma.$queryRawUnsafe(`SELECT * FROM "Post" WHERE title ILIKE '%${q}%'`);
  // The same template as a tag would make a parameter.
  // expect: sql-injection P0
  const again = await prisma.$queryRaw(`SELECT * FROM "Post" WHERE title = '${q}'`);
  // expect: sql-injection P0
  const sorted = await prisma.$queryRaw`SELECT * FROM "Post" ORDER BY ${Prisma.raw(String(sort))}`;
  await prisma.$transaction(async (tx) => {
    // expect: sql-injection P0
    await tx.$executeRawUnsafe('DELETE FROM "Draft" WHERE slug = \'' + req.body.slug + '\'');
  });
  res.json({ found, again, sorted });
}
