// A part of a path that a page is given is still encoded: behind a slash it begins no other site.
import { redirect } from 'next/navigation';

export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  // ok: open-redirect
  redirect(`/${slug}/settings`);
}
