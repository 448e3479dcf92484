/** The folder of a cache: segments of this extractor and of others, and no more bytes than it may have. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Segment, segmentOf } from './segment.js';
import type { PackedBlock } from './segment.js';

const SEGMENT = /^[0-9a-f]{16}-[0-9a-f]{16}\.facts$/;
const TEMPORARY = /^[0-9a-f]{16}-[0-9a-f]{16}\.facts\.tmp$/;
/** All segments together: about two million files of code. The ones that nobody has used for longest make room. */
export const LARGEST_FOLDER = 256 * 1024 * 1024;
/** A use that is noted this often is noted often enough. */
const NOTED_MS = 60 * 60 * 1000;
/** What was not finished for so long has been given up. */
const GIVEN_UP_MS = 60 * 60 * 1000;

/** The segments of an extractor, the largest first. Damaged ones are thrown away. */
export function openSegments(folder: string, extractor: string): Segment[] {
  const names = attempt(() => readdirSync(folder)) ?? [];
  const segments = names
    .filter((name) => SEGMENT.test(name) && name.startsWith(extractor))
    .flatMap((name) => {
      const path = join(folder, name);
      const segment = attempt(() => Segment.open(path));
      // It was read, and is none.
      if (segment === null) discard(path);
      return segment ?? [];
    });
  return segments.sort((left, right) => right.size - left.size || (left.path < right.path ? -1 : 1));
}

/**
 * Writes a segment of new blocks, together with the blocks of small segments, which it replaces: so there are few, and each block is
 * written again a few times only. Closes the segments. Without new blocks it notes which segments were used.
 * @param open all segments of this extractor
 */
export function writeSegment(folder: string, extractor: string, blocks: readonly PackedBlock[], open: readonly Segment[]): void {
  const replaced = blocks.length === 0 ? [] : smallOnes(open, sizeOf(blocks));
  const merged = attempt(() => [...blocks, ...withoutKnown(replaced.flatMap((segment) => segment.packedBlocks()), blocks)]) ?? blocks;
  const isWritten = blocks.length > 0 && attempt(() => write(folder, extractor, segmentOf(merged))) === true;
  for (const segment of open) {
    attempt(() => segment.close());
    if (segment.isDamaged || (isWritten && replaced.includes(segment))) discard(segment.path);
    else if (segment.isUsed) attempt(() => noteUse(segment.path));
  }
}

/** Those that are not much larger than all that is smaller; the largest are left alone. */
function smallOnes(open: readonly Segment[], size: number): Segment[] {
  const small: Segment[] = [];
  let total = size;
  for (const segment of [...open].sort((left, right) => left.size - right.size)) {
    if (segment.size > total * 2) break;
    total += segment.size;
    small.push(segment);
  }
  return small;
}

function sizeOf(blocks: readonly PackedBlock[]): number {
  return blocks.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/** Two audits at once may have kept the same files. */
function withoutKnown(blocks: readonly PackedBlock[], known: readonly PackedBlock[]): PackedBlock[] {
  const keys = new Set(known.flatMap((block) => block.keys.map(textOf)));
  return blocks.filter((block) => {
    const own = block.keys.map(textOf);
    const isNew = own.some((key) => !keys.has(key));
    for (const key of own) keys.add(key);
    return isNew;
  });
}

function textOf(key: Buffer): string {
  return key.toString('latin1');
}

/** @returns false when it would be larger than the whole folder may be */
function write(folder: string, extractor: string, bytes: Buffer): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!makeRoom(folder, bytes.length)) return false;
  const path = join(folder, `${extractor}-${randomBytes(8).toString('hex')}.facts`);
  const temporary = `${path}.tmp`;
  try {
    writeFileSync(temporary, bytes, { flag: 'wx', mode: 0o600 });
    renameSync(temporary, path);
  } catch (error) {
    discard(temporary);
    throw error;
  }
  return true;
}

function makeRoom(folder: string, size: number): boolean {
  const now = Date.now();
  const files = readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const status = SEGMENT.test(name) || TEMPORARY.test(name) ? attempt(() => statSync(path)) : undefined;
    if (status === undefined) return [];
    if (!TEMPORARY.test(name)) return [{ path, size: status.size, usedAt: status.mtimeMs }];
    if (now - status.mtimeMs > GIVEN_UP_MS) discard(path);
    return [];
  });
  let total = files.reduce((sum, file) => sum + file.size, size);
  for (const file of files.sort((left, right) => left.usedAt - right.usedAt)) {
    if (total <= LARGEST_FOLDER) break;
    discard(file.path);
    total -= file.size;
  }
  return total <= LARGEST_FOLDER;
}

function noteUse(path: string): void {
  const now = new Date();
  if (now.getTime() - statSync(path).mtimeMs > NOTED_MS) utimesSync(path, now, now);
}

function discard(path: string): void {
  attempt(() => rmSync(path, { force: true }));
}

/** undefined when it fails: no trouble with a cache is worth an error. */
function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
