/** Builds `dist/` before the tests, if a source is newer. Types are checked by `npm run typecheck`, so the compiler only emits. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = new URL('../../', import.meta.url).pathname;
const STAMP = join(ROOT, 'node_modules', '.cache', 'shipworthy-built');
const ENTRY = join(ROOT, 'dist', 'cli', 'main.js');

export default function buildOnce(): void {
  const startedAt = new Date();
  if (modifiedAt(ENTRY) > 0 && newest(join(ROOT, 'src')) < modifiedAt(STAMP)) return;
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', join(ROOT, 'tsconfig.build.json'), '--noCheck'], { stdio: 'inherit' });
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, '');
  // A source that changed while the compiler ran is newer than the build.
  utimesSync(STAMP, startedAt, startedAt);
}

function newest(directory: string): number {
  const times = readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(directory, name)).mtimeMs);
  return Math.max(...times);
}

function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
