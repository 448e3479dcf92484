/** Small directory trees for tests, removed afterwards. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes files (root-relative path → content; an object becomes JSON) into a new directory and returns its path. */
export function temporaryTree(files: Record<string, string | Buffer | object> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'shipworthy-test-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content, null, 2));
  }
  return root;
}
