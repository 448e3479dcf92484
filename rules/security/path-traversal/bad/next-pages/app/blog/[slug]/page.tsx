import { readFileSync } from 'fs';
import path from 'path';

const CONTENT = path.join(process.cwd(), 'content');

// Decoded, it may lead elsewhere.
export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const slug = decodeURIComponent((await params).slug);
  // expect: path-traversal
  return <article>{readFileSync(path.join(CONTENT, `${slug}.mdx`), 'utf8')}</article>;
}
