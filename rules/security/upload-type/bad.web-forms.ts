import { writeFile } from 'node:fs/promises';

export async function POST(request: Request) {
  // expect: upload-type
  const form = await request.formData();
  const file = form.get('file') as File;
  if (!file.type.startsWith('image/')) return new Response(null, { status: 415 });
  await writeFile('/srv/files/last', Buffer.from(await file.arrayBuffer()));
  return Response.json({ ok: true });
}
