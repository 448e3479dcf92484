/** Formats of which each line stands for itself. */
import type { DocumentEntry } from '../../contracts/document-facts.js';

/** Lines with their 1-based numbers. */
export function numberedLines(text: string): { line: number; text: string }[] {
  return text.split(/\r\n|\r|\n/).map((each, index) => ({ line: index + 1, text: each }));
}

export function readLines(text: string): DocumentEntry[] {
  return numberedLines(text).flatMap(({ line, text: value }) => (value.trim() === '' ? [] : [{ key: 'line', value: value.trim(), line }]));
}

/** Patterns of an ignore list, comments left out (gitignore(5)). */
export function readPatterns(text: string): DocumentEntry[] {
  return readLines(text).flatMap((entry) => (entry.value.startsWith('#') ? [] : [{ ...entry, key: 'pattern' }]));
}

/** `NAME=value`, as dotenv 16 reads it: an optional `export`, quotes around the value, a comment after a blank. */
export function readEnvironment(text: string): DocumentEntry[] {
  return numberedLines(text).flatMap(({ line, text: written }) => {
    const match = /^\s*(?:export\s+)?([\w.-]+)\s*[=:]\s*(.*)$/.exec(written);
    return match === null ? [] : [{ key: match[1]!, value: unquoted(match[2]!), line }];
  });
}

function unquoted(written: string): string {
  const quoted = /^\s*(["'`])(.*?)\1\s*(?:#.*)?$/.exec(written);
  return quoted === null ? written.replace(/\s+#.*$/, '').replace(/^#.*$/, '').trim() : quoted[2]!;
}
