import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// expect: auth-missing
export async function POST(request: Request) {
  const { name } = await request.json();
  return Response.json(await prisma.project.create({ data: { name } }));
}
