import { writeFile } from 'node:fs/promises';
import { Hono } from 'hono';

const app = new Hono();
app.post('/photos', async (c) => {
  // expect: upload-limit
  const body = await c.req.parseBody();
  const photo = body['photo'] as File;
  await writeFile('/srv/photos/last', Buffer.from(await photo.arrayBuffer()));
  return c.json({ ok: true });
});

export async function POST(request: Request) {
  // expect: upload-limit
  const form = await request.formData();
  await keep(form.get('scan') as File);
  return Response.json({ ok: true });
}

async function keep(scan: File) {
  await writeFile('/srv/scans/last', Buffer.from(await scan.arrayBuffer()));
}

export default app;
