import { writeFile } from 'node:fs/promises';

const MAXIMUM = 2_000_000;

export async function POST(request: Request) {
  // ok: upload-limit
  const form = await request.formData();
  const scan = form.get('scan') as File;
  if (scan.size > MAXIMUM) return new Response('too large', { status: 413 });
  await writeFile('/srv/scans/last', Buffer.from(await scan.arrayBuffer()));
  return Response.json({ ok: true });
}
