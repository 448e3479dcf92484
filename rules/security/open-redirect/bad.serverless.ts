import { redirect } from 'next/navigation';
import type { GetServerSideProps } from 'next';

export const getServerSideProps: GetServerSideProps = async (context) => {
  // expect: open-redirect
  return { redirect: { destination: context.query.next as string, permanent: false } };
};

export async function GET(request: Request) {
  const next = new URL(request.url).searchParams.get('next') ?? '/';
  // expect: open-redirect
  redirect(next);
}

export async function POST(request: Request) {
  const form = await request.formData();
  // expect: open-redirect
  return new Response(null, { status: 302, headers: { Location: String(form.get('next')) } });
}

export async function PUT(request: Request) {
  const { next } = await request.json();
  // expect: open-redirect
  return Response.redirect(next);
}
