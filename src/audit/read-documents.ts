/** Reads the files that are no code and that some rule asks about. Nobody's question makes a document worth reading. */
import type { DocumentFacts } from '../contracts/document-facts.js';
import type { Inventory } from '../contracts/inventory.js';
import type { Rule } from '../contracts/rules.js';
import { readFile } from '../discover/index.js';
import { pathMatcher } from '../evaluate/index.js';
import { decodeSource, documentFormat, extractDocument } from '../extract/index.js';

/** @returns in path order; what cannot be read is left out here, because discovery has listed it among the skipped files */
export function readDocuments(inventory: Inventory, rules: readonly Rule[], maxFileSize: number): DocumentFacts[] {
  // Each list by itself: a `!pattern` in one takes nothing from the others.
  const lists = [...new Map(rules.flatMap(patternsOf).map((patterns) => [patterns.join('\n'), patterns])).values()].map(pathMatcher);
  const isWanted = (path: string) => lists.some((matches) => matches(path));
  if (lists.length === 0) return [];
  return inventory.files.flatMap((file) => {
    const format = isWanted(file.path) ? documentFormat(file) : null;
    const read = format === null ? null : readFile(inventory.root, file.path, maxFileSize);
    const decoded = read !== null && 'bytes' in read ? decodeSource(read.bytes) : null;
    return format === null || decoded === null || !('text' in decoded) ? [] : [extractDocument(file, format, decoded.text)];
  });
}

/** Selectors and conditions are plain data; what they ask of files stands under `files`. */
function patternsOf(part: unknown): string[][] {
  if (typeof part !== 'object' || part === null) return [];
  if (Array.isArray(part)) return part.flatMap(patternsOf);
  return Object.entries(part).flatMap(([key, value]) => (key === 'files' && Array.isArray(value) ? [value.map(String)] : patternsOf(value)));
}
