/** The facts cache as a user meets it: the report is the same with it, without it, and after any change. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder } from '../../src/cli/facts-cache.js';
import { temporaryTree } from '../support/temporary-tree.js';
import { run } from './run.js';

const REPORT = ['--format', 'json', '--no-timestamp', '--fail-on', 'never'];

function copyOf(fixture: string): string {
  const root = join(temporaryTree(), fixture);
  cpSync(join(import.meta.dirname, '../../fixtures', fixture), root, { recursive: true });
  return root;
}

describe.concurrent('the report', () => {
  it('is the same without a cache, with an empty one, with a full one, and when a file has changed', async () => {
    const root = copyOf('leaky-desk');
    const folder = join(temporaryTree(), 'cache');
    const audit = (...flags: string[]) => run(['audit', root, '--only', 'sql-injection,command-injection,timeout-outbound', ...REPORT, ...flags]);
    const [without, cold] = await Promise.all([audit('--no-cache'), audit('--cache-dir', folder)]);
    expect(readdirSync(folder)).toHaveLength(1);
    const warm = await audit('--cache-dir', folder);
    expect(without.code).toBe(0);
    expect([cold, warm]).toEqual([without, without]);
    writeFileSync(join(root, 'added.ts'), "import { exec } from 'node:child_process';\nexport default (request: { query: { name: string } }) => exec(`ls ${request.query.name}`);\n");
    const [changed, anew] = await Promise.all([audit('--cache-dir', folder), audit('--no-cache')]);
    expect(changed).toEqual(anew);
    expect(changed.stdout).not.toBe(without.stdout);
  });

  it('does without a folder that cannot be written, and tells what was found in one', async () => {
    const root = temporaryTree({ 'a.ts': 'export const a = 1;\n', 'b.ts': 'export const b = 1;\n', file: '' });
    const audit = async (folder: string) => (await run(['audit', root, '--quiet', '--timings', '--cache-dir', folder])).stderr.split('\n').find((line) => line.startsWith('cache'));
    const folder = temporaryTree();
    expect([await audit(folder), await audit(folder)]).toEqual(['cache      0 of 2 files', 'cache      2 of 2 files']);
    const below = join(temporaryTree({ file: '' }), 'file/below');
    expect([await audit(below), await audit(below)]).toEqual(['cache      0 of 2 files', 'cache      0 of 2 files']);
  });

  it('explains a place out of what the audit kept', async () => {
    const root = temporaryTree({ 'a.ts': "import { exec } from 'node:child_process';\nexec(process.argv[2]);\n" });
    const folder = temporaryTree();
    await run(['audit', root, '--cache-dir', folder]);
    const [warm, cold] = await Promise.all([run(['why', 'a.ts:2', '--root', root, '--cache-dir', folder]), run(['why', 'a.ts:2', '--root', root, '--no-cache'])]);
    expect(warm).toEqual(cold);
    expect(warm.code).toBe(0);
  });
});

describe('a cache in the audited directory, which may have come with it,', () => {
  const git = (root: string, ...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'ignore' });
  const folderFor = (root: string, cacheDir?: string) => cacheFolder(root, { cache: true, ...(cacheDir === undefined ? {} : { cacheDir }) }, { XDG_CACHE_HOME: join(root, 'home') }, 'linux');
  const refused = expect.objectContaining({ code: 'cache-in-project' });

  it('is refused, unless git ignores it and has none of it', () => {
    const root = temporaryTree({ '.gitignore': 'kept/\nforged/\n', 'forged/x.facts': '', 'code/.gitignore': 'cache\n' });
    expect(() => folderFor(root, join(root, 'kept'))).toThrow(refused);
    git(root, 'init', '-q');
    expect(folderFor(root, join(root, 'kept'))).toBe(join(root, 'kept'));
    expect(folderFor(join(root, 'code'), join(root, 'code/cache/deep'))).toBe(join(root, 'code/cache/deep'));
    git(root, 'add', '-f', 'forged');
    for (const folder of ['forged', 'open', '.']) expect(() => folderFor(root, join(root, folder))).toThrow(refused);
  });

  it('is recognized through links', () => {
    const root = temporaryTree({ 'forged/x.facts': '' });
    const outside = temporaryTree();
    symlinkSync(join(root, 'forged'), join(outside, 'link'));
    expect(() => folderFor(root, join(outside, 'link/deeper'))).toThrow(refused);
    mkdirSync(join(outside, 'cache'));
    symlinkSync(join(outside, 'cache'), join(root, 'out'));
    expect(folderFor(root, join(root, 'out'))).toBe(join(outside, 'cache'));
  });

  it('is not used when the folder of the user lies there', () => {
    const root = temporaryTree();
    expect(folderFor(root)).toBeNull();
    expect(cacheFolder(join(root, 'code'), { cache: true }, { XDG_CACHE_HOME: join(root, 'home') }, 'linux')).toBe(join(root, 'home/shipworthy'));
    expect(cacheFolder(root, { cache: false }, {}, 'linux')).toBeNull();
  });
});
