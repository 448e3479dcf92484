/** A disk that is full costs the cache and nothing else. */
import { readdirSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import type { Extraction } from '../../src/contracts/extraction.js';
import { temporaryTree } from '../support/temporary-tree.js';

const SCHEMA: Extraction = { schema: { path: 'a.prisma', language: 'prisma', lineStarts: [0], entities: [], policies: [], changes: [] } };

it('leaves no half of a segment behind', async () => {
  let written = 0;
  vi.doMock('node:fs', async (original) => {
    const fs = await original<typeof import('node:fs')>();
    const writeFileSync: typeof fs.writeFileSync = (path, data, options) => {
      fs.writeFileSync(path, (data as Buffer).subarray(0, 10), options);
      written += 1;
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    };
    return { ...fs, writeFileSync };
  });
  vi.resetModules();
  try {
    const { FactsCache } = await import('../../src/cache/index.js');
    const folder = temporaryTree();
    const cache = new FactsCache(folder, 'v1');
    cache.add('a.prisma', Buffer.from('a'), SCHEMA);
    cache.save();
    expect(written).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    vi.doUnmock('node:fs');
    vi.resetModules();
  }
});
