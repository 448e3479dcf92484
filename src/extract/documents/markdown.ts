/** Markdown: headings, list items, other lines, code blocks, where links lead, and front matter (CommonMark 0.31). */
import type { DocumentEntry } from '../../contracts/document-facts.js';
import { numberedLines } from './lines.js';

const HEADING = /^ {0,3}(#{1,6})\s(.*)$/;
/** Marks that may close a heading. */
const CLOSING = /(?:^|\s)#+$/;
const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/;
const FENCE = /^\s*(`{3,}|~{3,})/;

export function readMarkdown(text: string): DocumentEntry[] {
  const lines = numberedLines(text);
  const front = frontMatter(lines);
  const entries: DocumentEntry[] = [...front.entries];
  let fence: string | null = null;
  for (const { line, text: written } of lines.slice(front.length)) {
    const marker = FENCE.exec(written)?.[1] ?? null;
    if (fence !== null) {
      if (marker !== null && marker.startsWith(fence)) fence = null;
      else if (written.trim() !== '') entries.push({ key: 'code', value: written.trim(), line });
      continue;
    }
    if (marker !== null) fence = marker;
    else entries.push(...proseEntry(written, line), ...linkEntries(written, line));
  }
  return entries;
}

function proseEntry(written: string, line: number): DocumentEntry[] {
  const heading = HEADING.exec(written);
  if (heading !== null) return [{ key: `h${heading[1]!.length}`, value: plain(heading[2]!.trim().replace(CLOSING, '')), line }];
  const item = ITEM.exec(written);
  if (item !== null) return [{ key: 'item', value: plain(item[1]!), line }];
  return written.trim() === '' ? [] : [{ key: 'text', value: plain(written), line }];
}

/** `[the guide](https://docs.acme.test/guide)`: where it leads. */
function linkEntries(written: string, line: number): DocumentEntry[] {
  return [...written.matchAll(/\]\(\s*<?([^)\s>]{1,500})/g)].map(([, target = '']) => ({ key: 'link', value: target, line }));
}

/** `title: x` between two lines of `---` at the top. */
function frontMatter(lines: readonly { line: number; text: string }[]): { entries: DocumentEntry[]; length: number } {
  const none = { entries: [], length: 0 };
  if (lines[0]?.text.trim() !== '---') return none;
  const end = lines.findIndex(({ text }, index) => index > 0 && text.trim() === '---');
  if (end < 0) return none;
  const entries = lines.slice(1, end).flatMap(({ line, text }) => {
    const match = /^([\w-]+):\s*(.*)$/.exec(text);
    return match === null ? [] : [{ key: `front.${match[1]!}`, value: match[2]!.trim(), line }];
  });
  return { entries, length: end + 1 };
}

/** Without emphasis, code marks and link targets. */
function plain(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]+/g, '').trim();
}
