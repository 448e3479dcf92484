// A function that demands an administrator is asked, and its answer decides: listed with low confidence (P1).
import { unlink } from 'node:fs/promises';
import { requireAdminAuth, requireUser } from './session';

export async function DELETE(request: Request) {
  const result = await requireAdminAuth();
  if ('error' in result) return result.error;
  const { id } = await request.json();
  // expect: path-traversal P1
  await unlink(`plugins/${id}.js`);
  return new Response(null);
}

export async function PATCH(request: Request) {
  const refusal = await requireAdminAuth();
  if (refusal) return refusal;
  const { id } = await request.json();
  // expect: path-traversal P1
  await unlink(`plugins/${id}.js`);
  return new Response(null);
}

export async function PUT(request: Request) {
  const result = await requireUser();
  if ('error' in result) return result.error;
  const { id } = await request.json();
  // expect: path-traversal P0
  await unlink(`plugins/${id}.js`);
  return new Response(null);
}

export async function POST(request: Request) {
  const result = await requireAdminAuth();
  const { id } = await request.json();
  // expect: path-traversal P0
  await unlink(`plugins/${id}.js`);
  return Response.json({ result });
}
