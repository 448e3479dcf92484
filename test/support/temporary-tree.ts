/** Small directory trees for tests, removed afterwards. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

// Not after each test: tests of one file may run at the same time.
afterAll(() => {
  for (const root of made) rmSync(root, { recursive: true, force: true });
});

/** Writes files (root-relative path → content; an object becomes JSON) into a new directory and returns its path. */
export function temporaryTree(files: Record<string, string | Buffer | object> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'shipworthy-test-')));
  made.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content, null, 2));
  }
  return root;
}
