import { writeFile } from 'node:fs/promises';

const TYPES = ['image/png', 'image/webp'];

export async function POST(request: Request) {
  // ok: upload-type
  const form = await request.formData();
  const file = form.get('file') as File;
  if (!TYPES.includes(file.type)) return new Response(null, { status: 415 });
  await writeFile('/srv/files/last', Buffer.from(await file.arrayBuffer()));
  return Response.json({ ok: true });
}
