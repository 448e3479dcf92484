import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// What the directory is called says for whom it is; whether that is right is not known.
export async function POST(request: Request) {
  const { id, place } = await request.json();
  return Response.json(await prisma.scan.update({ where: { id }, data: { place } }));
}
