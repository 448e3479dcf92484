'use server';
import { PrismaClient } from '@prisma/client';
import { createSafeActionClient } from 'next-safe-action';
import { z } from 'zod';

const prisma = new PrismaClient();
const Post = z.object({ title: z.string().max(200), body: z.string().max(20_000) });

// ok: input-validation
export async function createPost(formData: FormData) {
  const post = Post.parse(Object.fromEntries(formData));
  await prisma.post.create({ data: post });
}

// ok: input-validation
export async function updatePost(input: unknown) {
  const parsed = Post.safeParse(input);
  if (!parsed.success) return { error: parsed.error.flatten() };
  await prisma.post.update({ where: { id: 1 }, data: parsed.data });
}

// A record that is named by a field is looked up.
// ok: input-validation
export async function removePost(form: FormData) {
  await prisma.post.delete({ where: { id: form.get('postId') as string } });
}

// ok: input-validation
export const replacePost = createSafeActionClient().inputSchema(Post).action(async ({ parsedInput }) => prisma.post.create({ data: parsedInput }));
