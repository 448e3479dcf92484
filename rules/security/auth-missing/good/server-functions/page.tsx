import { redirect } from 'next/navigation';
import { auth } from './auth';
import { prisma } from './db';
import { deletePost, createPost, renamePost } from './actions';

export default async function Page() {
  const session = await auth();
  if (!session) redirect('/login');
  // ok: auth-missing
  async function archive(formData: FormData) {
    'use server';
    await prisma.post.update({ where: { id: String(formData.get('id')), authorId: session.user.id }, data: { archived: true } });
  }
  return <form action={archive}><button formAction={createPost}>New</button><Remove onRemove={deletePost} onRename={renamePost} /></form>;
}
