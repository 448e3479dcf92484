'use server';
import { revalidatePath } from 'next/cache';
import { prisma } from './db';

// expect: auth-missing
export async function createPost(formData: FormData) {
  await prisma.post.create({ data: { title: String(formData.get('title')) } });
  revalidatePath('/posts');
}

// expect: auth-missing
export const deletePost = async (id: string) => {
  await prisma.post.delete({ where: { id } });
};

// expect: auth-missing
const rename = async (id: string, title: string) => prisma.post.update({ where: { id }, data: { title } });
export { rename };
