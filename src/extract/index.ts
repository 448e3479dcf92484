/**
 * Reads one source file: text in, `FileFacts` out. The only room that sees a syntax tree; it never looks at another
 * file, and everything that later stages need to know about the code is in the facts.
 */
import type { FileFacts } from '../contracts/facts.js';

export { decodeSource, type DecodedSource } from './decode.js';
export { documentFormat, extractDocument } from './documents/index.js';
export { extractSchema, SCHEMA_FILE } from './schemas/index.js';
export { parserVersion } from './parser-version.js';

/** Path and decoded text of a code file → its facts; see `extract-source.ts`. */
export type ExtractSource = (path: string, text: string) => FileFacts;

/** Loads the parser, which costs more than the audit of a small project and is not needed where all facts are known. */
export async function loadExtractSource(): Promise<ExtractSource> {
  return (await import('./extract-source.js')).extractSource;
}
