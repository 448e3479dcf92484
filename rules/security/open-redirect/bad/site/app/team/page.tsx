import { redirect } from 'next/navigation';

export default async function Page({ searchParams }: { searchParams: Promise<{ slug: string }> }) {
  const { slug } = await searchParams;
  // expect: open-redirect
  redirect(`/${slug}`);
}
