import { NextRequest } from 'next/server';
import { readFile } from 'fs/promises';
import path from 'path';

export async function GET(request: NextRequest, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  // expect: path-traversal
  return Response.json({ text: await readFile(path.join('content', slug), 'utf8') });
}
