import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NextRequest, NextResponse } from 'next/server';

export async function POST(request: NextRequest) {
  const data = await request.formData();
  const file = data.get('file') as File;
  const bytes = Buffer.from(await file.arrayBuffer());
  // expect: local-files
  await writeFile(path.join(process.cwd(), 'public/uploads', crypto.randomUUID()), bytes);
  return NextResponse.json({ ok: true });
}
