'use server';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// expect: input-validation P0
export async function createPost(formData: FormData) {
  await prisma.post.create({ data: { title: formData.get('title') as string, body: formData.get('body') as string } });
}
