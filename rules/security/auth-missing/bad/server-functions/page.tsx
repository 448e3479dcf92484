import { deletePost, createPost, rename } from './actions';
import { prisma } from './db';

export default function Page() {
  // expect: auth-missing
  async function archive(formData: FormData) {
    'use server';
    await prisma.post.update({ where: { id: String(formData.get('id')) }, data: { archived: true } });
  }
  return <form action={archive}><button formAction={createPost}>New</button><Remove onRemove={deletePost} onRename={rename} /></form>;
}
