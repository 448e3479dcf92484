/** Builds `dist/` before the tests, if a source or a rule is newer. Types are checked by `npm run typecheck`, so the compiler only emits. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = new URL('../../', import.meta.url).pathname;
const STAMP = join(ROOT, 'dist', 'built-for-tests.tsbuildinfo');
const ENTRY = join(ROOT, 'dist', 'cli', 'main.js');
/** What `npm run build` writes last. */
const BUNDLE = join(ROOT, 'dist', 'bundle', 'main.js');

export default function buildOnce(): void {
  const startedAt = new Date();
  if (modifiedAt(ENTRY) > 0 && Math.max(newest(join(ROOT, 'src')), newest(join(ROOT, 'rules'))) < builtAt()) return;
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', join(ROOT, 'tsconfig.build.json'), '--noCheck'], { stdio: 'inherit' });
  // With the rulebook and the bundle, as users have it.
  execFileSync(process.execPath, [join(ROOT, 'dist/write-schemas.js')], { stdio: 'inherit' });
  execFileSync(process.execPath, [join(ROOT, 'node_modules/rolldown/bin/cli.mjs'), '-c', '--logLevel', 'warn'], { cwd: ROOT, stdio: 'inherit' });
  writeFileSync(STAMP, '');
  // A source that changed while the compiler ran is newer than the build.
  utimesSync(STAMP, startedAt, startedAt);
}

/** By these tests, or by `npm run build`, which a clean checkout has just done while it was installed. */
function builtAt(): number {
  const isWhole = modifiedAt(BUNDLE) >= modifiedAt(ENTRY);
  return Math.max(modifiedAt(STAMP), isWhole ? modifiedAt(ENTRY) : 0);
}

function newest(directory: string): number {
  const times = readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(directory, name)).mtimeMs);
  return Math.max(...times);
}

function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
