import { PrismaClient } from '@prisma/client';
import pino from 'pino';

const db = new PrismaClient();
const log = pino();

export async function GET() {
  try {
    return Response.json(await db.project.findMany({ take: 20 }));
  } catch (error) {
    log.error({ error }, 'projects failed');
    return Response.json({ error: 'internal' }, { status: 500 });
  }
}
