/** One audit by several machines: each shard in a process and a checkout of its own. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryTree } from '../support/temporary-tree.js';
import { run } from './run.js';

const FIXTURE = join(import.meta.dirname, '../../fixtures/leaky-desk');
const REPORT = ['--format', 'json', '--no-timestamp', '--fail-on', 'never'];

function checkout(): string {
  const root = temporaryTree();
  cpSync(FIXTURE, join(root, 'leaky-desk'), { recursive: true });
  return join(root, 'leaky-desk');
}

it('shards of separate checkouts give the report of one machine, and are refused when one is missing', async () => {
  const out = temporaryTree();
  const root = checkout();
  const packs = ['1/2', '2/2'].map((shard) => ({ shard, file: join(out, `${shard[0]}.pack`), directory: checkout() }));
  const extracted = await Promise.all(packs.map(({ shard, file, directory }) => run(['extract', directory, '--shard', shard, '--output', file])));
  for (const each of extracted) expect(each).toMatchObject({ code: 0, stdout: '', stderr: expect.stringMatching(/^wrote .+\.pack \(\d+ files\)\n$/) });
  const files = packs.map(({ file }) => file);
  const [alone, merged, missing] = await Promise.all([run(['audit', root, ...REPORT]), run(['merge', ...files, '--root', root, ...REPORT]), run(['merge', files[0]!, '--root', root])]);
  expect(merged).toEqual(alone);
  expect(merged.code).toBe(0);
  expect(missing).toEqual({ code: 2, stdout: '', stderr: 'error: shard 2/2 is missing\n  hint: give all packs of one run of shipworthy extract\n' });
});

describe.concurrent('a facts pack', () => {
  it('of the directory it is called in is merged with the rest of the project', async () => {
    const root = temporaryTree({ 'package.json': { name: 'root', workspaces: ['apps/*'] }, 'apps/a/package.json': { name: 'a' }, 'apps/a/server.ts': "import express from 'express';\nexpress().listen(3000);\n", 'apps/b/index.ts': 'export const b = 1;\n' });
    const { code, stderr } = await run(['extract', '../..', '--within', '.', '--output', 'facts.pack'], { cwd: join(root, 'apps/a') });
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'wrote facts.pack (1 file)\n' });
    const { stdout } = await run(['merge', 'apps/a/facts.pack', '--only', 'graceful-shutdown', ...REPORT], { cwd: root });
    expect(JSON.parse(stdout)).toMatchObject({ completeness: { filesAnalysed: 2 }, gaps: [{ status: 'missing', files: ['apps/a/server.ts'] }] });
  });

  it('that is none, and a share that is none, are one clear line', async () => {
    const root = temporaryTree({ 'a.ts': 'export const a = 1;\n' });
    const file = join(root, 'a.pack');
    writeFileSync(file, 'no pack');
    expect(await run(['merge', file, '--root', root])).toEqual({ code: 2, stdout: '', stderr: `error: ${file} is no facts pack, or it is damaged\n  hint: make it again with shipworthy extract\n` });
    expect(await run(['extract', root, '--shard', '3/2', '--output', file])).toMatchObject({ code: 2, stderr: expect.stringMatching(/It must be a share such as 2\/4/) });
    expect(await run(['extract', root, '--within', '..', '--output', file], { cwd: root })).toMatchObject({ code: 2, stderr: expect.stringMatching(/^error: \.\. is not in /) });
  });
});
