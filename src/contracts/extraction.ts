/** What reading one file gave: its facts, or why there are none. Plain JSON, so that one machine may extract and another link. */
import type { FileFacts } from './facts.js';
import type { SchemaFacts } from './schema-facts.js';

export type Extraction =
  | { facts: FileFacts }
  /** Of a file that describes data and is no code. */
  | { schema: SchemaFacts }
  /** It is no text; why. */
  | { binary: string }
  /** We could not digest it; the message. */
  | { failed: string };

/** A part of the files that are read for an audit: the `index`th (1-based) of `of` shares, or those under a directory. */
export type FileShare = { kind: 'shard'; index: number; of: number } | { kind: 'within'; directory: string };

/** What one machine extracted, for another to link: see `src/audit/facts-pack.ts`. */
export interface FactsPack {
  share: FileShare;
  files: ReadonlyMap<string, PackedFile>;
  /** The file that it was read from, for messages. */
  source: string;
}

export interface PackedFile {
  /** SHA-256 of the bytes that the facts are of, in hexadecimal. */
  hash: string;
  extraction: Extraction;
}
