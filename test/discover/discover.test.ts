import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/contracts/errors.js';
import type { Inventory } from '../../src/contracts/inventory.js';
import { discover, readFile } from '../../src/discover/index.js';
import type { DiscoverOptions } from '../../src/discover/index.js';
import { temporaryTree } from '../support/temporary-tree.js';

const CODE = 'export const a = 1;\n';

function look(root: string, options: Partial<DiscoverOptions> = {}): Inventory {
  return discover(root, { maxFileSize: 100_000, include: [], exclude: [], ...options });
}

const pathsOf = (inventory: Inventory) => inventory.files.map((file) => file.path);

function git(root: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'init.defaultBranch=main', ...args], { cwd: root, stdio: 'ignore' });
}

describe('files', () => {
  it('are sorted, relative and POSIX, without what .gitignore excludes', () => {
    const root = temporaryTree({ 'b.ts': CODE, 'a.ts': CODE, 'packages/x/c.ts': CODE, 'packages/x/d.local.ts': CODE, 'out/e.ts': CODE, '.gitignore': 'out/\n', 'packages/x/.gitignore': '*.local.ts\n', 'node_modules/m/index.js': CODE });
    expect(pathsOf(look(root))).toEqual(['.gitignore', 'a.ts', 'b.ts', 'packages/x/.gitignore', 'packages/x/c.ts']);
  });

  it('have the lock file of a project that was handed over without its repository, whatever .gitignore says', () => {
    const files = { 'package.json': '{}', '.gitignore': 'package-lock.json\n*.lock\n', 'package-lock.json': '{}', 'api/yarn.lock': '', 'other.lock': '' };
    expect(pathsOf(look(temporaryTree(files)))).toEqual(['.gitignore', 'api/yarn.lock', 'package-lock.json', 'package.json']);
    const root = temporaryTree(files);
    git(root, 'init');
    expect(pathsOf(look(root))).toEqual(['.gitignore', 'package.json']);
  });

  it('lets a deeper .gitignore take back what one above excludes, as git does', () => {
    const files = { '.gitignore': '*.js\n', 'a.js': CODE, 'keep/.gitignore': '!kept.js\n', 'keep/kept.js': CODE, 'keep/other.js': CODE };
    const walked = pathsOf(look(temporaryTree(files)));
    const root = temporaryTree(files);
    git(root, 'init');
    expect(walked).toEqual(pathsOf(look(root)));
    expect(walked).toContain('keep/kept.js');
  });

  it('are the same with and without git', () => {
    const files = { 'src/a.ts': CODE, '.gitignore': 'dist\n*.log\n!kept.log\n', 'dist/a.js': CODE, 'b.log': '', 'kept.log': '', 'src/dist/x.ts': CODE };
    const root = temporaryTree(files);
    git(root, 'init');
    expect(pathsOf(look(root))).toEqual(pathsOf(look(temporaryTree(files))));
  });

  it('are limited by include and exclude, which is said', () => {
    const root = temporaryTree({ 'src/a.ts': CODE, 'src/legacy/b.ts': CODE, 'other/c.ts': CODE });
    const inventory = look(root, { include: ['src/'], exclude: ['legacy/'] });
    expect(pathsOf(inventory)).toEqual(['src/a.ts']);
    expect(inventory.skipped).toEqual([{ path: '.', reason: 'ignored', detail: '2 files left out by include and exclude in the configuration' }]);
  });

  it('are skipped when too large or binary, with the reason; only code counts', () => {
    const root = temporaryTree({ 'src/big.ts': `${CODE}// ${'words that somebody wrote '.repeat(10)}\n`.repeat(1000), 'src/video.ts': Buffer.from([0x47, 0, 1, 2]), 'photo.png': Buffer.alloc(300_000), 'src/utf16.ts': Buffer.from(`\uFEFF${CODE}`, 'utf16le') });
    const inventory = look(root);
    expect(inventory.skipped).toMatchObject([
      { path: 'src/big.ts', reason: 'too-large', detail: expect.stringContaining('limit is 100000') },
      { path: 'src/video.ts', reason: 'binary' },
    ]);
    expect(inventory.files.map(({ path, class: kind }) => [path, kind])).toEqual([['photo.png', 'other'], ['src/utf16.ts', 'source']]);
  });

  it('are skipped when they may not be read', () => {
    const root = temporaryTree({ 'src/a.ts': CODE, 'closed/b.ts': CODE });
    chmodSync(join(root, 'src/a.ts'), 0o000);
    chmodSync(join(root, 'closed'), 0o000);
    chmodSync(root, 0o755);
    const inventory = asNobody(() => look(root));
    chmodSync(join(root, 'closed'), 0o755);
    expect(inventory.skipped).toMatchObject([{ path: 'closed', reason: 'unreadable' }, { path: 'src/a.ts', reason: 'unreadable' }]);
  });

  it('may be FIFOs, on which nobody waits', () => {
    const root = temporaryTree({ 'a.ts': CODE });
    execFileSync('mkfifo', [join(root, 'pipe.ts')]);
    expect(look(root).skipped).toEqual([{ path: 'pipe.ts', reason: 'unreadable', detail: 'not a regular file' }]);
  });
});

describe('symbolic links', () => {
  it('are not followed out of the root, and cycles end', () => {
    const outside = temporaryTree({ 'secret.ts': CODE });
    const root = temporaryTree({ 'src/a.ts': CODE });
    symlinkSync(outside, join(root, 'outside'));
    symlinkSync(join(outside, 'secret.ts'), join(root, 'src/secret.ts'));
    symlinkSync('..', join(root, 'src/up'));
    symlinkSync('self', join(root, 'self'));
    symlinkSync('nowhere', join(root, 'broken.ts'));
    symlinkSync('a.ts', join(root, 'src/alias.ts'));
    const inventory = look(root);
    expect(pathsOf(inventory)).toEqual(['src/a.ts']);
    expect(inventory.skipped.map(({ path, reason }) => [path, reason])).toEqual([
      ['broken.ts', 'unreadable'],
      ['outside', 'symlink-outside-root'],
      ['self', 'symlink-cycle'],
      ['src/secret.ts', 'symlink-outside-root'],
      ['src/up', 'symlink-cycle'],
    ]);
  });

  it('lead to the root when it is one itself', () => {
    const root = temporaryTree({ 'a.ts': CODE });
    const parent = temporaryTree();
    symlinkSync(root, join(parent, 'link'));
    expect(look(join(parent, 'link')).root).toBe(root);
  });
});

describe('git', () => {
  it('tells commit, branch and whether the tree is clean', () => {
    const root = temporaryTree({ 'a.ts': CODE });
    expect(look(root).git).toBeNull();
    git(root, 'init');
    expect(look(root).git).toEqual({ commit: null, branch: 'main', dirty: true });
    git(root, 'add', '.');
    git(root, 'commit', '-m', 'first');
    expect(look(root).git).toEqual({ commit: expect.stringMatching(/^[0-9a-f]{40}$/), branch: 'main', dirty: false });
    writeFileSync(join(root, 'a.ts'), 'changed');
    expect(look(root).git?.dirty).toBe(true);
  });

  it('tells where in its repository the directory lies', () => {
    const root = temporaryTree({ 'apps/api/a.ts': CODE });
    git(root, 'init');
    expect(look(root).directoryInGit).toBe('');
    expect(look(join(root, 'apps', 'api')).directoryInGit).toBe('apps/api');
  });

  it('lists only the audited sub-directory, and what the repository around it ignores', () => {
    const root = temporaryTree({ 'apps/api/a.ts': CODE, 'apps/web/b.ts': CODE, 'tmp/clone/c.ts': CODE, '.gitignore': 'tmp/\n' });
    git(root, 'init');
    expect(pathsOf(look(join(root, 'apps/api')))).toEqual(['a.ts']);
    expect(pathsOf(look(join(root, 'tmp/clone')))).toEqual(['c.ts']);
  });

  it('does not report files that are deleted in the working tree', () => {
    const root = temporaryTree({ 'a.ts': CODE, 'b.ts': CODE });
    git(root, 'init');
    git(root, 'add', '.');
    execFileSync('rm', [join(root, 'b.ts')]);
    const inventory = look(root);
    expect(pathsOf(inventory)).toEqual(['a.ts']);
    expect(inventory.skipped).toEqual([]);
  });

  it('looks into a repository inside the repository', () => {
    const root = temporaryTree({ 'a.ts': CODE, 'libs/inner/b.ts': CODE });
    git(root, 'init');
    git(join(root, 'libs/inner'), 'init');
    expect(pathsOf(look(root))).toEqual(['a.ts', 'libs/inner/b.ts']);
  });

  it('runs no program that the repository names', () => {
    const root = temporaryTree({ 'a.ts': CODE, '.gitattributes': '*.ts filter=evil\n' });
    git(root, 'init');
    git(root, 'add', '.');
    git(root, 'commit', '-m', 'first');
    const marker = join(root, 'was-run');
    git(root, 'config', 'core.fsmonitor', `touch ${marker}; false`);
    git(root, 'config', 'filter.evil.clean', `touch ${marker}; cat`);
    git(root, 'config', 'filter.evil.required', 'true');
    writeFileSync(join(root, 'a.ts'), 'changed');
    expect(pathsOf(look(root))).not.toContain('was-run');
    expect(() => execFileSync('test', ['!', '-e', marker])).not.toThrow();
  });

  it('says once that committed dependencies are left out', () => {
    const root = temporaryTree({ 'a.ts': CODE, 'node_modules/x/index.js': CODE, 'node_modules/y/index.js': CODE });
    git(root, 'init');
    git(root, 'add', '--force', '.');
    expect(look(root).skipped).toEqual([{ path: 'node_modules', reason: 'ignored', detail: '2 files of installed packages, committed' }]);
    expect(pathsOf(look(root))).toEqual(['a.ts']);
  });

  it('keeps the packages of the program itself that lie in a directory of this name', () => {
    const own = 'packages/node_modules/own';
    const root = temporaryTree({ 'package.json': '{}', [`${own}/package.json`]: '{ "name": "own" }', [`${own}/index.js`]: CODE, [`${own}/node_modules/x/index.js`]: CODE });
    git(root, 'init');
    git(root, 'add', '--force', '.');
    const found = look(root);
    expect(found.files.filter((file) => file.class === 'source').map((file) => file.path)).toEqual([`${own}/index.js`]);
    expect(found.skipped).toEqual([{ path: `${own}/node_modules`, reason: 'ignored', detail: '1 file of installed packages, committed' }]);
  });
});

describe('a root that is none', () => {
  it.each([
    ['missing', '/nowhere/at/all', 'no-such-directory'],
    ['a file', join(temporaryTreeFor('a.ts'), 'a.ts'), 'not-a-directory'],
  ])('%s', (_what, path, code) => {
    expect(() => look(path)).toThrow(expect.objectContaining({ code }) as UserError);
  });
});

describe('readFile', () => {
  it('gives a result, never throws', () => {
    const root = temporaryTree({ 'a.ts': CODE });
    mkdirSync(join(root, 'directory'));
    symlinkSync('a.ts', join(root, 'link.ts'));
    expect(readFile(root, 'a.ts', 1000)).toEqual({ bytes: Buffer.from(CODE) });
    expect(readFile(root, 'a.ts', 3)).toMatchObject({ skipped: { reason: 'too-large' } });
    expect(readFile(root, 'a.ts', 3, true)).toEqual({ bytes: Buffer.from('exp') });
    expect(readFile(root, 'gone.ts', 1000)).toMatchObject({ skipped: { reason: 'vanished' } });
    expect(readFile(root, 'directory', 1000)).toMatchObject({ skipped: { reason: 'unreadable' } });
    expect(readFile(root, 'link.ts', 1000)).toMatchObject({ skipped: { reason: 'symlink-cycle' } });
  });
});

/** The superuser may read everything, so as another user where the tests run as root (in a container). */
function asNobody<Result>(run: () => Result): Result {
  if (process.getuid?.() !== 0) return run();
  process.seteuid?.(65534);
  try {
    return run();
  } finally {
    process.seteuid?.(0);
  }
}

/** For tables of cases, which are made before any test runs. */
function temporaryTreeFor(name: string): string {
  const directory = execFileSync('mktemp', ['-d'], { encoding: 'utf8' }).trim();
  writeFileSync(join(directory, name), CODE);
  return directory;
}
