import { PrismaClient } from '@prisma/client';
import { auth } from '../../../auth';
import { withUser } from '../../../with-user';

const prisma = new PrismaClient();

export async function POST(request: Request) {
  const session = await auth();
  if (!session?.user) return new Response('sign in first', { status: 401 });
  const { name } = await request.json();
  return Response.json(await prisma.project.create({ data: { name } }));
}

export const DELETE = withUser(async (request: Request, user: { id: string }) => {
  await prisma.project.deleteMany({ where: { ownerId: user.id } });
  return new Response(null, { status: 204 });
});
