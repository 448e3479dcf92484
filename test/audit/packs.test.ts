import { gzipSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadExtract } from '../../src/audit/analyse-files.js';
import { extractShare } from '../../src/audit/extract-share.js';
import { PackWriter, readPack } from '../../src/audit/facts-pack.js';
import { isInShare } from '../../src/audit/file-share.js';
import { extractFromPacks } from '../../src/audit/merge-packs.js';
import type { FactsPack, FileShare } from '../../src/contracts/extraction.js';
import { discover } from '../../src/discover/index.js';
import { temporaryTree } from '../support/temporary-tree.js';

const extractFile = await loadExtract();
const EVERYTHING = { include: [], exclude: [], maxFileSize: null };
const FILES = { 'package.json': { name: 'x' }, 'a/one.ts': 'export const one = 1;\n', 'a/two.ts': 'export const two = 2;\n', 'b/three.ts': 'export const three = 3;\n' };
const shard = (index: number, of: number): FileShare => ({ kind: 'shard', index, of });
const within = (directory: string): FileShare => ({ kind: 'within', directory });

async function packOf(root: string, share: FileShare, source: string): Promise<FactsPack> {
  return readPack((await extractShare(root, share, 'v1', EVERYTHING)).pack, source, 'v1');
}

function merging(root: string, packs: readonly FactsPack[]) {
  return extractFromPacks(packs, discover(root, { maxFileSize: 1_000_000, include: [], exclude: [] }));
}

describe('a facts pack', () => {
  it('gives back what was extracted, whatever stands in the file', () => {
    const texts: Record<string, string> = {
      'odd.ts': "export const odd = { '__proto__': -0, big: 1e999, n: 10n, lone: '\\ud800 \ud800', nul: null, u: undefined, r: /a\\/b/giu };\n// shipworthy-ignore-next-line sql-injection -- no reason\nodd.x = `a${odd.big}b`;\n",
      'broken.ts': 'const a = ;\nfunction (',
      'schema.prisma': 'model User {\n  id Int @id\n}\n',
      'binary.js': 'a\0b',
    };
    const writer = new PackWriter();
    for (const [path, text] of Object.entries(texts)) writer.add(path, Buffer.from(text), extractFile(path, Buffer.from(text)));
    const { files } = readPack(writer.finish(shard(1, 1), 'v1'), 'x.pack', 'v1');
    expect(Object.fromEntries([...files].map(([path, file]) => [path, file.extraction]))).toEqual(Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, extractFile(path, Buffer.from(text))])));
  });

  it('is the same for the same files, wherever they stand', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => extractShare(temporaryTree(FILES), shard(1, 2), 'v1', EVERYTHING)));
    expect(first!.pack.equals(second!.pack)).toBe(true);
  });

  it('of another version is refused', async () => {
    const { pack } = await extractShare(temporaryTree(FILES), shard(1, 1), 'v1', EVERYTHING);
    expect(() => readPack(pack, 'x.pack', 'v2')).toThrow(expect.objectContaining({ code: 'facts-pack-version', message: 'x.pack was made by shipworthy v1; this is v2' }));
  });

  it('that is cut off, changed, of something else or without some of its lines is refused', async () => {
    const { pack } = await extractShare(temporaryTree(FILES), shard(1, 1), 'v1', EVERYTHING);
    const flipped = Buffer.from(pack);
    flipped[pack.length >> 1]! ^= 0x10;
    const lines = gunzipSync(pack).toString().split('\n');
    const wrong = [pack.subarray(0, pack.length - 20), flipped, Buffer.from('hello'), Buffer.alloc(0), gzipSync('{"format":"other"}\n'), gzipSync(''), gzipSync('null\n'), gzipSync(lines.slice(0, 2).join('\n')), gzipSync(`${lines[0]}\n{}\n`)];
    for (const bytes of wrong) expect(() => readPack(bytes, 'x.pack', 'v1')).toThrow(expect.objectContaining({ code: 'facts-pack-damaged' }));
  });
});

describe('shards', () => {
  it('have each file once, and keep theirs when others come or go', () => {
    const paths = Array.from({ length: 400 }, (_, index) => `src/file-${index}.ts`);
    const sizes = [1, 2, 3].map((index) => paths.filter((path) => isInShare(path, shard(index, 3))).length);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(400);
    expect(Math.min(...sizes)).toBeGreaterThan(100);
  });

  it('must all be there, of one number', async () => {
    const root = temporaryTree(FILES);
    const [one, two, all] = await Promise.all([packOf(root, shard(1, 3), 'a.pack'), packOf(root, shard(1, 2), 'a.pack'), packOf(root, shard(1, 1), 'b.pack')]);
    expect(() => merging(root, [one])).toThrow(expect.objectContaining({ code: 'facts-pack-missing', message: 'shard 2/3, 3/3 is missing' }));
    expect(() => merging(root, [two, all])).toThrow(/a\.pack is a shard of 2 and b\.pack one of 1/);
  });

  it('of another tree are refused', async () => {
    const packs = async (files: typeof FILES) => [await packOf(temporaryTree(files), shard(1, 1), 'a.pack')];
    const { 'b/three.ts': _removed, ...fewer } = FILES;
    const whole = await packs(FILES);
    expect(() => merging(temporaryTree(fewer), whole)).toThrow(expect.objectContaining({ code: 'facts-pack-stale', message: 'a.pack has b/three.ts, which is not among the files to audit' }));
    const extract = merging(temporaryTree(FILES), await packs({ ...FILES, 'a/one.ts': 'export const one = 11;\n' }));
    expect(() => extract('a/one.ts', Buffer.from(FILES['a/one.ts']))).toThrow(expect.objectContaining({ code: 'facts-pack-stale', message: 'a.pack was made of another a/one.ts than the tree has' }));
    expect(() => extract('a/new.ts', Buffer.from(''))).toThrow(expect.objectContaining({ code: 'facts-pack-stale', message: 'no facts pack has a/new.ts, which the tree has' }));
  });
});

describe('packs of directories', () => {
  it('give what they have; the rest is extracted where they are merged', async () => {
    const root = temporaryTree(FILES);
    const pack = await packOf(root, within('a'), 'a.pack');
    expect([...pack.files.keys()]).toEqual(['a/one.ts', 'a/two.ts']);
    const extract = merging(root, [pack]);
    expect(extract('a/one.ts', Buffer.from(FILES['a/one.ts']))).toBe(pack.files.get('a/one.ts')?.extraction);
    expect(extract('b/three.ts', Buffer.from(FILES['b/three.ts']))).toBeNull();
    expect(() => extract('a/two.ts', Buffer.from('changed'))).toThrow(expect.objectContaining({ code: 'facts-pack-stale' }));
  });
});
