/**
 * Numbers and texts of many facts, each sort in a column of its own: like stands beside like, which packs far better than one fact after
 * the other. A writer and a reader of the same calls in the same order; nothing says between them what comes next.
 */

/** Groups of seven bits, the lowest first. */
const GROUP = 128;

/** The largest number that is written. */
const LARGEST = 2 ** 32 - 1;

/** Whole numbers in as few bytes as they need. */
export class NumbersWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;

  /** @throws RangeError for a number that could not be read back */
  natural(value: number): void {
    if (!(value >= 0 && value <= LARGEST)) throw new RangeError(`${value} cannot be written`);
    if (this.length + 5 > this.bytes.length) this.grow();
    let rest = value;
    while (rest >= GROUP) {
      this.bytes[this.length++] = (rest & (GROUP - 1)) | GROUP;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  /** Small numbers are short whatever their sign. */
  signed(value: number): void {
    this.natural(signless(value));
  }

  finish(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private grow(): void {
    const larger = new Uint8Array(this.bytes.length * 2);
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

/** Reads what a `NumbersWriter` wrote. Past the end it reads zeros; whoever reads has checked the bytes. */
export class NumbersReader {
  private position = 0;

  constructor(private readonly bytes: Uint8Array) {}

  natural(): number {
    let byte = this.bytes[this.position++]!;
    if (byte < GROUP) return byte;
    let value = byte & (GROUP - 1);
    for (let shift = 7; byte >= GROUP; shift += 7) {
      byte = this.bytes[this.position++]!;
      value |= (byte & (GROUP - 1)) << shift;
    }
    return value >>> 0;
  }

  signed(): number {
    return signed(this.natural());
  }
}

/** Whole number → natural number that is small when the other is near 0. */
export function signless(value: number): number {
  return value >= 0 ? value * 2 : value * -2 - 1;
}

/** The way back from `signless`. */
export function signed(value: number): number {
  return (value & 1) === 0 ? value >>> 1 : -((value >>> 1) + 1);
}

/** The sorts. Each is a column; the order is that of the bytes. */
export const COLUMNS = ['kinds', 'starts', 'ends', 'ids', 'texts', 'bindings', 'counts', 'words', 'lines', 'places', 'owners'] as const;
export type Column = (typeof COLUMNS)[number];
