/** YAML, and JSON as a part of it: every scalar with the path to it. Tags mean nothing and aliases are not followed, because the text may be hostile. */
import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml';
import type { Node, ParsedNode } from 'yaml';
import type { DocumentEntry } from '../../contracts/document-facts.js';

export const MAXIMUM_DEPTH = 40;
export const MAXIMUM_ENTRIES = 20_000;

export function readStructured(text: string): { entries: DocumentEntry[]; problem: string } {
  const lineCounter = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter, prettyErrors: false, logLevel: 'silent', keepSourceTokens: false });
  // An empty stream has no documents of its own.
  const documents = Array.isArray(parsed) ? parsed : [];
  const entries: DocumentEntry[] = [];
  for (const document of documents) collect(document.contents, '', 0, lineCounter, entries);
  return { entries, problem: documents.flatMap((document) => document.errors)[0]?.message ?? '' };
}

function collect(node: Node | ParsedNode | null, path: string, depth: number, counter: LineCounter, entries: DocumentEntry[]): void {
  if (depth > MAXIMUM_DEPTH || entries.length >= MAXIMUM_ENTRIES) return;
  const under = (key: string) => (path === '' ? key : `${path}.${key}`);
  if (isMap(node)) {
    for (const { key, value } of node.items) collect(value as Node | null, under(isScalar(key) ? String(key.value) : '?'), depth + 1, counter, entries);
  } else if (isSeq(node)) {
    node.items.forEach((item, index) => collect(item as Node, under(String(index)), depth + 1, counter, entries));
  } else if (isScalar(node)) {
    entries.push({ key: path, value: node.value === null ? '' : String(node.value), line: Math.max(1, counter.linePos(node.range?.[0] ?? 0).line) });
  }
}
