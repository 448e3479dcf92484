import { readFileSync } from 'fs';
import path from 'path';

const CONTENT = path.join(process.cwd(), 'content');

// A page is given the part of the path as it stands in the address, where `%2F` is no slash: of low confidence.
export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  // expect: path-traversal
  return <article>{readFileSync(path.join(CONTENT, `${slug}.mdx`), 'utf8')}</article>;
}
