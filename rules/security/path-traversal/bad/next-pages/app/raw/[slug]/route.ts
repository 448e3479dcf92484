import { readFileSync } from 'fs';
import path from 'path';

const CONTENT = path.join(process.cwd(), 'content');

// A route handler is given it decoded.
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  // expect: path-traversal
  return new Response(readFileSync(path.join(CONTENT, `${slug}.txt`), 'utf8'));
}
