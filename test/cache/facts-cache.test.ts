/** A cache gives what was put into it, or nothing. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadExtract } from '../../src/audit/analyse-files.js';
import { LARGEST_FOLDER } from '../../src/cache/folder.js';
import { FactsCache } from '../../src/cache/index.js';
import { temporaryTree } from '../support/temporary-tree.js';

const extract = await loadExtract();
const codeOf = (name: string): Buffer => Buffer.from(`import { db } from './db';\nexport const ${name} = (id: string) => db.query('select * from ${name} where id = ' + id);\n`);

/** One audit: what is not there is extracted and kept. */
function auditing(folder: string, files: Readonly<Record<string, Buffer>>, extractor = 'v1') {
  const cache = new FactsCache(folder, extractor);
  for (const [path, bytes] of Object.entries(files)) {
    const found = cache.find(path, bytes);
    if (found === null) cache.add(path, bytes, extract(path, bytes));
    else expect(found).toEqual(extract(path, bytes));
  }
  return cache;
}

function audited(folder: string, files: Readonly<Record<string, Buffer>>, extractor = 'v1'): { found: number; missed: number } {
  const cache = auditing(folder, files, extractor);
  cache.save();
  return cache.counts;
}

const segments = (folder: string): string[] => readdirSync(folder).sort();
const FILES = { 'a.ts': codeOf('a'), 'b/b.js': codeOf('b'), 'c.prisma': Buffer.from('model C {\n  id Int @id\n}\n') };

describe('a cache', () => {
  it('gives what was kept, by the bytes and the ending, whatever the path', () => {
    const folder = join(temporaryTree(), 'not/there');
    expect(audited(folder, FILES)).toEqual({ found: 0, missed: 3 });
    expect(audited(folder, FILES)).toEqual({ found: 3, missed: 0 });
    expect(audited(folder, { 'moved/there.ts': FILES['a.ts'], 'a.tsx': FILES['a.ts'], 'a.ts': codeOf('changed') })).toEqual({ found: 1, missed: 2 });
    expect(audited(folder, FILES, 'v2')).toEqual({ found: 0, missed: 3 });
    expect(audited(folder, FILES)).toEqual({ found: 3, missed: 0 });
  });

  it('gives files of the same text facts of their own', () => {
    const folder = temporaryTree();
    audited(folder, FILES);
    const cache = new FactsCache(folder, 'v1');
    const [first, second] = ['x/a.ts', 'y/a.ts'].map((path) => cache.find(path, FILES['a.ts']) as { facts: { path: string; values: object[] } });
    expect([first!.facts.path, second!.facts.path]).toEqual(['x/a.ts', 'y/a.ts']);
    expect(second!.facts.values).toEqual(first!.facts.values);
    expect(second!.facts.values[0]).not.toBe(first!.facts.values[0]);
    cache.save();
  });

  it('keeps nothing of what the parser had trouble with, and of what is no text', () => {
    const folder = temporaryTree();
    const files = { 'broken.ts': Buffer.from('const a = ;'), 'binary.js': Buffer.from('a\0b') };
    audited(folder, files);
    expect(audited(folder, files)).toEqual({ found: 0, missed: 2 });
  });

  it('has few segments however often something changes', () => {
    const folder = temporaryTree();
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`src/${index}.ts`, codeOf(`f${index}`)]));
    audited(folder, many);
    for (let change = 0; change < 30; change += 1) audited(folder, { ...many, 'src/0.ts': codeOf(`changed${change}`) });
    expect(segments(folder).length).toBeLessThan(8);
    expect(audited(folder, many)).toEqual({ found: 80, missed: 0 });
  });
});

describe('two audits at once', () => {
  it('of the same files keep them, whoever is first', () => {
    const folder = temporaryTree();
    const [first, second] = [auditing(folder, FILES), auditing(folder, { ...FILES, 'd.ts': codeOf('d') })];
    second.save();
    first.save();
    expect(audited(folder, { ...FILES, 'd.ts': codeOf('d') })).toEqual({ found: 4, missed: 0 });
  });

  it('do not lose what one of them reads when the other puts segments together', () => {
    const folder = temporaryTree();
    audited(folder, FILES);
    const reader = new FactsCache(folder, 'v1');
    const [old] = segments(folder);
    audited(folder, Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`src/${index}.ts`, codeOf(`f${index}`)])));
    expect(segments(folder)).not.toContain(old);
    expect(reader.find('a.ts', FILES['a.ts'])).toEqual(extract('a.ts', FILES['a.ts']));
    reader.save();
    expect(audited(folder, FILES)).toEqual({ found: 3, missed: 0 });
  });
});

describe('damage is as if nothing were there', () => {
  const damaged = (change: (bytes: Buffer, path: string) => Buffer | null) => {
    const folder = temporaryTree();
    audited(folder, FILES);
    const path = join(folder, segments(folder)[0]!);
    const bytes = change(readFileSync(path), path);
    if (bytes !== null) writeFileSync(path, bytes);
    return folder;
  };

  it('wherever a byte is wrong, and it is mended', () => {
    for (let at = 0; at < 1200; at += 37) {
      const folder = damaged((bytes) => {
        bytes[at % bytes.length]! ^= 0x41;
        return bytes;
      });
      expect(audited(folder, FILES)).toEqual({ found: 0, missed: 3 });
      expect(audited(folder, FILES)).toEqual({ found: 3, missed: 0 });
      expect(segments(folder)).toHaveLength(1);
    }
  });

  it('wherever it is cut off', () => {
    for (const part of [0, 0.1, 0.5, 0.9, 0.999]) expect(audited(damaged((bytes) => bytes.subarray(0, Math.floor(bytes.length * part))), FILES)).toEqual({ found: 0, missed: 3 });
  });

  it('while it is read', () => {
    const folder = temporaryTree();
    audited(folder, FILES);
    const cache = new FactsCache(folder, 'v1');
    truncateSync(join(folder, segments(folder)[0]!), 300);
    expect(cache.find('a.ts', FILES['a.ts'])).toBeNull();
    cache.save();
    expect(segments(folder)).toEqual([]);
  });

  it('in a folder that is none, or that holds other things', () => {
    const root = temporaryTree({ file: 'x', 'folder/notes.txt': 'mine' });
    for (const folder of ['file', 'file/below']) expect(audited(join(root, folder), FILES)).toEqual({ found: 0, missed: 3 });
    audited(join(root, 'folder'), FILES);
    const [segment] = segments(join(root, 'folder'));
    rmSync(join(root, 'folder', segment!));
    mkdirSync(join(root, 'folder', segment!));
    expect(audited(join(root, 'folder'), FILES)).toEqual({ found: 0, missed: 3 });
    expect(readFileSync(join(root, 'folder/notes.txt'), 'utf8')).toBe('mine');
  });
});

describe('the folder', () => {
  it('stays below its limit: what nobody has used for longest goes first', () => {
    const folder = temporaryTree();
    audited(folder, FILES, 'v1');
    const [used] = segments(folder);
    const [old, older, unfinished] = ['0123456789abcdef-0000000000000001.facts', '0123456789abcdef-0000000000000002.facts', '0123456789abcdef-0000000000000003.facts.tmp'];
    for (const [index, name] of [older, old, unfinished].entries()) {
      writeFileSync(join(folder, name!), '');
      truncateSync(join(folder, name!), Math.floor(LARGEST_FOLDER * 0.6));
      utimesSync(join(folder, name!), 1_000_000 + index, 1_000_000 + index);
    }
    audited(folder, { 'new.ts': codeOf('n') }, 'v2');
    expect(segments(folder)).toHaveLength(3);
    expect(segments(folder)).toEqual(expect.arrayContaining([old, used]));
  });

  it('tells which segments are in use', () => {
    const folder = temporaryTree();
    audited(folder, FILES);
    const path = join(folder, segments(folder)[0]!);
    utimesSync(path, 1_000_000, 1_000_000);
    audited(folder, { 'other.ts': codeOf('o') });
    audited(folder, FILES);
    expect(Math.min(...segments(folder).map((name) => statSync(join(folder, name)).mtimeMs))).toBeGreaterThan(Date.now() - 60_000);
  });
});
