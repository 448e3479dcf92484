/**
 * Some files' extractions as bytes: one table of texts for all of them, the columns, deflated. What stands beside like things packs
 * well, so a block is of many files; it is read as a whole, so not of too many.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Extraction } from '../contracts/extraction.js';
import type { SchemaFacts } from '../contracts/schema-facts.js';
import { COLUMNS } from './codec/columns.js';
import { readFacts, writeFacts } from './codec/file.js';
import { FactsInput } from './codec/input.js';
import { FactsOutput } from './codec/output.js';

/** Files of a block. Half as many take 3 % more room, twice as many 2 % less (medusa). */
export const FILES_OF_BLOCK = 64;
/** Level 6 takes 4 % less room and thrice the time. */
const COMPRESSION = { level: 3 };
/** Bytes of a block when unpacked. More is not what we wrote. */
const LARGEST = 1 << 30;
const KINDS = ['facts', 'schema'] as const;
const NUMBER_SIZE = 4;

/** What is worth keeping of a file: that it is no text, or could not be digested, is found out again at once. */
export type Kept = Extract<Extraction, { facts: unknown } | { schema: unknown }>;

/** @param files their paths are not written */
export function packBlock(files: readonly Kept[]): Buffer {
  const output = new FactsOutput();
  output.counts.natural(files.length);
  for (const file of files) {
    output.word(KINDS, 'facts' in file ? 'facts' : 'schema');
    if ('facts' in file) writeFacts(output, file.facts);
    // There are few of them, and they are small.
    else output.text(JSON.stringify({ ...file.schema, path: '' }));
  }
  const { texts, columns } = output.finish();
  const parts = [Buffer.from(JSON.stringify(texts)), ...columns];
  const lengths = Buffer.alloc(parts.length * NUMBER_SIZE);
  for (const [index, part] of parts.entries()) lengths.writeUInt32LE(part.length, index * NUMBER_SIZE);
  return deflateRawSync(Buffer.concat([lengths, ...parts]), COMPRESSION);
}

/**
 * @returns the files in the order in which they were written, without their paths
 * @throws Error of any kind for bytes that `packBlock` has not written
 */
export function unpackBlock(bytes: Uint8Array): Kept[] {
  const unpacked = inflateRawSync(bytes, { maxOutputLength: LARGEST });
  let end = (COLUMNS.length + 1) * NUMBER_SIZE;
  const [texts, ...columns] = Array.from({ length: COLUMNS.length + 1 }, (_, index) => unpacked.subarray(end, (end += unpacked.readUInt32LE(index * NUMBER_SIZE))));
  const input = new FactsInput(JSON.parse(texts!.toString('utf8')) as string[], columns);
  return input.list((from) => (from.word(KINDS) === 'facts' ? { facts: readFacts(from, '') } : { schema: JSON.parse(from.name()) as SchemaFacts }));
}
