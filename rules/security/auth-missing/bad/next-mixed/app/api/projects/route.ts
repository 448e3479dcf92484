import { prisma } from '../../../prisma';

// expect: auth-missing
export const DELETE = async (request: Request) => {
  const id = new URL(request.url).searchParams.get('id')!;
  await prisma.project.delete({ where: { id } });
  return new Response(null, { status: 204 });
};
