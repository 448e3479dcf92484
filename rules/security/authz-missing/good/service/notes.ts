import { PrismaClient } from '@prisma/client';
import { currentUser } from './caller';

const prisma = new PrismaClient();

export async function removeNote(id: string) {
  await prisma.note.delete({ where: { id, ownerId: currentUser().id } });
}
