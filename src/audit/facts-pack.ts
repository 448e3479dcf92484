/**
 * Facts packs: what one machine extracted, written so that another can link and judge it. A pack is gzip of lines of JSON: a header,
 * then a line for each file with the hash of its bytes. It belongs to the program that made it: facts of another version may mean
 * something else, so a pack of another version is refused, as is one that is cut off or changed.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { UserError } from '../contracts/errors.js';
import type { Extraction, FactsPack, FileShare, PackedFile } from '../contracts/extraction.js';

interface PackHeader {
  format: typeof FORMAT;
  /** What extracted: see `extractorVersion` of the command line. */
  extractor: string;
  share: FileShare;
  /** How many lines follow. */
  files: number;
}

const FORMAT = 'shipworthy facts pack 1';
/** Facts repeat themselves, so that the fastest level leaves a twentieth; each next one costs more time than it saves in moving files. */
const COMPRESSION = { level: 1 };
/** Bytes of one pack when unpacked; ten million lines of code. More is not what `shipworthy extract` wrote. */
const LARGEST = 2 ** 32 - 1;
const LINE_FEED = 0x0a;

/** Collects what is extracted, a file at a time, as text: the facts themselves may be forgotten. */
export class PackWriter {
  private readonly lines: Buffer[] = [];

  /** @param bytes of the file that was extracted */
  add(path: string, bytes: Buffer, extraction: Extraction): void {
    this.lines.push(Buffer.from(`${JSON.stringify({ path, hash: hashOf(bytes), extraction })}\n`));
  }

  get files(): number {
    return this.lines.length;
  }

  /** The same bytes for the same files. */
  finish(share: FileShare, extractor: string): Buffer {
    const header: PackHeader = { format: FORMAT, extractor, share, files: this.lines.length };
    return gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...this.lines]), COMPRESSION);
  }
}

/**
 * @param source where the bytes come from, for messages
 * @param extractor of this program
 * @throws UserError `facts-pack-damaged` for what is no pack, cut off or changed; `facts-pack-version` for a pack of another extractor
 */
export function readPack(bytes: Buffer, source: string, extractor: string): FactsPack {
  const lines = linesOf(unpack(bytes, source));
  const header = parse<PackHeader>(lines.next().value, source);
  if (header?.format !== FORMAT) throw damaged(source);
  if (header.extractor !== extractor) throw new UserError('facts-pack-version', `${source} was made by shipworthy ${header.extractor}; this is ${extractor}`, { hint: 'extract and merge with the same version of shipworthy' });
  const files = new Map<string, PackedFile>();
  for (const line of lines) {
    const { path, hash, extraction } = parse<PackedFile & { path: string }>(line, source);
    files.set(path, { hash, extraction });
  }
  if (files.size !== header.files) throw damaged(source);
  return { share: header.share, files, source };
}

/** SHA-256, in hexadecimal. */
export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function unpack(bytes: Buffer, source: string): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST });
  } catch {
    throw damaged(source);
  }
}

/** One line at a time, because no text can hold all of them. */
function* linesOf(bytes: Buffer): Generator<string, undefined> {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, start);
    if (end < 0) break;
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
  return undefined;
}

function parse<Line>(line: string | undefined, source: string): Line {
  try {
    return JSON.parse(line ?? '') as Line;
  } catch {
    throw damaged(source);
  }
}

function damaged(source: string): UserError {
  return new UserError('facts-pack-damaged', `${source} is no facts pack, or it is damaged`, { hint: 'make it again with shipworthy extract' });
}
