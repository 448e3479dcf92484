import { PrismaClient } from '@prisma/client';
import { z } from 'zod';

const prisma = new PrismaClient();
const noteSchema = z.object({ text: z.string().max(500) });

/** Takes whatever a client sent. */
export async function createNote(input: unknown) {
  const data = noteSchema.parse(input);
  return prisma.note.create({ data });
}
