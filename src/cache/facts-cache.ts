/**
 * The facts cache: what was extracted of a file is kept by the hash of its bytes, so that a file is parsed once and not in each audit.
 * Linking and judging are never kept, so no verdict can be out of date. What a cache says is believed; see `facts-cache.ts` of the command line
 * for where one may lie. It never throws: whatever is wrong with its folder means that files are extracted anew.
 */
import { fileNameOf } from '../contracts/file-path.js';
import { createHash } from 'node:crypto';
import type { Extraction } from '../contracts/extraction.js';
import { FILES_OF_BLOCK, packBlock } from './block.js';
import type { Kept } from './block.js';
import { openSegments, writeSegment } from './folder.js';
import { DIGEST_SIZE } from './segment.js';
import type { PackedBlock, Segment } from './segment.js';

/** Of the extractor's hash, in the names of its segments. */
const DIGITS = 16;

export class FactsCache {
  /** Files that were found, and those that were not. */
  readonly counts = { found: 0, missed: 0 };
  private readonly segments: Segment[];
  private readonly prefix: string;
  private readonly added: { key: Buffer; file: Kept }[] = [];
  /** Whoever gets facts may tell files apart by them, so none are given away twice. */
  private readonly given = new Set<Kept>();

  /**
   * @param folder absolute; it need not be there
   * @param extractor what makes the facts, as `extractorVersion` of the command line says it
   */
  constructor(
    private readonly folder: string,
    extractor: string,
  ) {
    this.prefix = createHash('sha256').update(extractor).digest('hex').slice(0, DIGITS);
    this.segments = openSegments(folder, this.prefix);
  }

  /** What was extracted of a file with these bytes and this ending, or null. */
  find(path: string, bytes: Buffer): Extraction | null {
    const key = keyOf(path, bytes);
    for (const segment of this.segments) {
      const kept = segment.find(key);
      if (kept === null) continue;
      this.counts.found += 1;
      return withPath(this.given.has(kept) ? structuredClone(kept) : this.give(kept), path);
    }
    this.counts.missed += 1;
    return null;
  }

  /** Keeps what was extracted of a file; nothing is written before `save`. */
  add(path: string, bytes: Buffer, extraction: Extraction): void {
    if (isWorthKeeping(extraction)) this.added.push({ key: keyOf(path, bytes), file: extraction });
  }

  /** Writes what is new, and lets go of the folder. To be called once, when nobody waits any more. */
  save(): void {
    const blocks: PackedBlock[] = [];
    for (let first = 0; first < this.added.length; first += FILES_OF_BLOCK) {
      const files = this.added.slice(first, first + FILES_OF_BLOCK);
      const bytes = packed(files.map(({ file }) => file));
      if (bytes !== null) blocks.push({ bytes, keys: files.map(({ key }) => key) });
    }
    writeSegment(this.folder, this.prefix, blocks, this.segments);
  }

  private give(kept: Kept): Kept {
    this.given.add(kept);
    return kept;
  }
}

/** null for facts that cannot be written as they are. */
function packed(files: readonly Kept[]): Buffer | null {
  try {
    return packBlock(files);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What a file says depends on its bytes and on how it is parsed, which the ending says. */
function keyOf(path: string, bytes: Buffer): Buffer {
  const name = fileNameOf(path);
  const ending = name.slice(Math.max(0, name.indexOf('.')));
  return createHash('sha256').update(ending).update('\0').update(bytes).digest().subarray(0, DIGEST_SIZE);
}

/** How deep a file may be nested depends on the run, so what the parser had trouble with is read again. */
function isWorthKeeping(extraction: Extraction): extraction is Kept {
  return 'schema' in extraction || ('facts' in extraction && extraction.facts.syntaxErrors.length === 0);
}

function withPath(kept: Kept, path: string): Kept {
  return 'facts' in kept ? { facts: Object.assign(kept.facts, { path }) } : { schema: { ...kept.schema, path } };
}
