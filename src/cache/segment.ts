/**
 * A segment: blocks of files, with an index by the keys of the files. It is written once as a whole and never changed, so that any number
 * of audits may read it while others write segments of their own. A checksum stands on the index and on each block: what a full disk, a
 * lost write or anybody else has damaged counts as not there.
 *
 * Layout, numbers of four bytes, little-endian: magic, number of blocks, number of entries; for each block its length and checksum; for each entry its
 * key and its number, which says the block and the place in it, in the order of keys; the checksum of all that; the blocks.
 */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { FILES_OF_BLOCK, unpackBlock } from './block.js';
import type { Kept } from './block.js';

const MAGIC = Buffer.from('shipworthy facts 1\n');
/** Bytes of a checksum, and of the key of a file: of a SHA-256. */
export const DIGEST_SIZE = 20;
const NUMBER_SIZE = 4;
const HEAD_SIZE = MAGIC.length + 2 * NUMBER_SIZE;
const BLOCK_SIZE = NUMBER_SIZE + DIGEST_SIZE;
const ENTRY_SIZE = DIGEST_SIZE + NUMBER_SIZE;

/** A block as it stands in a segment, and the keys of its files in its order. */
export interface PackedBlock {
  bytes: Buffer;
  keys: readonly Buffer[];
}

/** @returns the file's bytes */
export function segmentOf(blocks: readonly PackedBlock[]): Buffer {
  const entries = blocks.flatMap(({ keys }, block) => keys.map((key, place) => ({ key, number: block * FILES_OF_BLOCK + place }))).sort((left, right) => Buffer.compare(left.key, right.key));
  const head = Buffer.alloc(HEAD_SIZE + blocks.length * BLOCK_SIZE + entries.length * ENTRY_SIZE);
  MAGIC.copy(head);
  head.writeUInt32LE(blocks.length, MAGIC.length);
  head.writeUInt32LE(entries.length, MAGIC.length + NUMBER_SIZE);
  for (const [index, { bytes }] of blocks.entries()) {
    const at = HEAD_SIZE + index * BLOCK_SIZE;
    head.writeUInt32LE(bytes.length, at);
    digestOf(bytes).copy(head, at + NUMBER_SIZE);
  }
  for (const [index, { key, number }] of entries.entries()) {
    const at = HEAD_SIZE + blocks.length * BLOCK_SIZE + index * ENTRY_SIZE;
    key.copy(head, at);
    head.writeUInt32LE(number, at + DIGEST_SIZE);
  }
  return Buffer.concat([head, digestOf(head), ...blocks.map(({ bytes }) => bytes)]);
}

/** A segment on the disk. Its blocks are read when a file of theirs is asked for. */
export class Segment {
  /** Bytes of the file. */
  readonly size: number;
  /** True once something in it has turned out not to be what was written. */
  isDamaged = false;
  /** True once a file was found in it. */
  isUsed = false;
  private readonly offsets: number[] = [];
  private readonly unpacked: (Kept[] | null)[] = [];

  private constructor(
    readonly path: string,
    private readonly descriptor: number,
    private readonly head: Buffer,
    size: number,
  ) {
    this.size = size;
    let offset = head.length;
    for (let block = 0; block < this.blocks; block += 1) {
      this.offsets.push(offset);
      offset += this.lengthOf(block);
    }
  }

  /**
   * @returns null for what is no segment, or a damaged one
   * @throws Error when the file cannot be read
   */
  static open(path: string): Segment | null {
    const descriptor = openSync(path, 'r');
    try {
      const { size } = fstatSync(descriptor);
      const head = headOf(descriptor, size);
      if (head !== null) return new Segment(path, descriptor, head, size);
      closeSync(descriptor);
      return null;
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
  }

  close(): void {
    closeSync(this.descriptor);
  }

  /** The file of a key, without its path, or null. The same object each time. */
  find(key: Buffer): Kept | null {
    const at = this.entryOf(key);
    if (at < 0) return null;
    const number = this.head.readUInt32LE(at + DIGEST_SIZE);
    const found = this.filesOf(Math.floor(number / FILES_OF_BLOCK))?.[number % FILES_OF_BLOCK] ?? null;
    if (found !== null) this.isUsed = true;
    return found;
  }

  /** All blocks as they stand here, but for those that are damaged. */
  packedBlocks(): PackedBlock[] {
    const keys: Buffer[][] = Array.from({ length: this.blocks }, () => []);
    for (let at = this.firstEntry; at < this.firstEntry + this.entries * ENTRY_SIZE; at += ENTRY_SIZE) {
      const number = this.head.readUInt32LE(at + DIGEST_SIZE);
      keys[Math.floor(number / FILES_OF_BLOCK)]![number % FILES_OF_BLOCK] = this.head.subarray(at, at + DIGEST_SIZE);
    }
    return keys.flatMap((own, block) => {
      const bytes = this.bytesOf(block);
      return bytes === null ? [] : [{ bytes, keys: own }];
    });
  }

  private get blocks(): number {
    return this.head.readUInt32LE(MAGIC.length);
  }

  private get entries(): number {
    return this.head.readUInt32LE(MAGIC.length + NUMBER_SIZE);
  }

  private get firstEntry(): number {
    return HEAD_SIZE + this.blocks * BLOCK_SIZE;
  }

  private lengthOf(block: number): number {
    return this.head.readUInt32LE(HEAD_SIZE + block * BLOCK_SIZE);
  }

  /** Where the entry of a key stands in the head, or -1. */
  private entryOf(key: Buffer): number {
    let [low, high] = [0, this.entries];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const at = this.firstEntry + middle * ENTRY_SIZE;
      const order = this.head.compare(key, 0, DIGEST_SIZE, at, at + DIGEST_SIZE);
      if (order === 0) return at;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return -1;
  }

  private filesOf(block: number): Kept[] | null {
    const known = this.unpacked[block];
    if (known !== undefined) return known;
    const bytes = this.bytesOf(block);
    return (this.unpacked[block] = bytes === null ? null : this.unpack(bytes));
  }

  private unpack(bytes: Buffer): Kept[] | null {
    try {
      return unpackBlock(bytes);
    } catch {
      this.isDamaged = true;
      return null;
    }
  }

  private bytesOf(block: number): Buffer | null {
    const bytes = readAt(this.descriptor, this.offsets[block]!, this.lengthOf(block));
    const at = HEAD_SIZE + block * BLOCK_SIZE + NUMBER_SIZE;
    if (bytes !== null && digestOf(bytes).equals(this.head.subarray(at, at + DIGEST_SIZE))) return bytes;
    this.isDamaged = true;
    return null;
  }
}

/** Everything before the blocks, or null when it is not as it was written. */
function headOf(descriptor: number, size: number): Buffer | null {
  const start = readAt(descriptor, 0, HEAD_SIZE);
  if (start === null || !start.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const length = HEAD_SIZE + start.readUInt32LE(MAGIC.length) * BLOCK_SIZE + start.readUInt32LE(MAGIC.length + NUMBER_SIZE) * ENTRY_SIZE;
  const head = length + DIGEST_SIZE > size ? null : readAt(descriptor, 0, length + DIGEST_SIZE);
  return head !== null && digestOf(head.subarray(0, length)).equals(head.subarray(length)) ? head : null;
}

/** So many bytes, or null when there are fewer or the disk has none for us. */
function readAt(descriptor: number, position: number, length: number): Buffer | null {
  const bytes = Buffer.allocUnsafe(length);
  try {
    return readSync(descriptor, bytes, 0, length, position) === length ? bytes : null;
  } catch {
    return null;
  }
}

export function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest().subarray(0, DIGEST_SIZE);
}
