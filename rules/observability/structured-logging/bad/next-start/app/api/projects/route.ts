// expect-project: structured-logging
import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

export async function GET() {
  try {
    return Response.json(await db.project.findMany({ take: 20 }));
  } catch (error) {
    console.error('projects failed', error);
    return Response.json({ error: 'internal' }, { status: 500 });
  }
}
