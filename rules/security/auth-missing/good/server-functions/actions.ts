'use server';
import { createSafeActionClient } from 'next-safe-action';
import { z } from 'zod';
import { auth } from './auth';
import { prisma } from './db';

const client = createSafeActionClient();
const signedIn = client.use(async ({ next }) => {
  const session = await auth();
  if (!session?.user) throw new Error('Unauthorized');
  return next({ ctx: { user: session.user } });
});

// ok: auth-missing
export async function createPost(formData: FormData) {
  const session = await auth();
  if (!session?.user) throw new Error('Unauthorized');
  await prisma.post.create({ data: { title: String(formData.get('title')), authorId: session.user.id } });
}

// ok: auth-missing
export const deletePost = signedIn.inputSchema(z.object({ id: z.string() })).action(async ({ parsedInput, ctx }) => {
  await prisma.post.delete({ where: { id: parsedInput.id, authorId: ctx.user.id } });
});

// ok: auth-missing
export const renamePost = guarded(async (id: string, title: string) => prisma.post.update({ where: { id }, data: { title } }));

function guarded(action: (id: string, title: string) => Promise<unknown>) {
  return async (id: string, title: string) => {
    if ((await auth()) === null) throw new Error('Unauthorized');
    return action(id, title);
  };
}
