// Parts of the measured tree: its first so many lines, and a service of about so many files.
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MANIFESTS = new Set(['manifest', 'config']);

/**
 * Copies the first source files, in path order, until they have so many lines, and all manifests.
 * @returns lines and files copied; null when the tree is smaller
 */
export function copyLines(inventory, sources, lines, target) {
  const chosen = [];
  let total = 0;
  for (const file of sources) {
    if (total >= lines) break;
    total += readFileSync(join(inventory.root, file.path), 'utf8').split('\n').length;
    chosen.push(file);
  }
  if (total < lines) return null;
  for (const { path } of [...chosen, ...inventory.files.filter((file) => MANIFESTS.has(file.class))]) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(inventory.root, path), join(target, path));
  }
  return { lines: total, files: chosen.length };
}

/** Directory and number of source files of the package that comes nearest to a size; the tree itself when it has no packages. */
export function packageOfSize(inventory, sources, wanted) {
  const sizes = inventory.packages
    .map(({ directory }) => ({ directory, files: sources.filter(({ path }) => directory === '' || path.startsWith(`${directory}/`)).length }))
    .sort((a, b) => Math.abs(a.files - wanted) - Math.abs(b.files - wanted) || (a.directory < b.directory ? -1 : 1));
  return sizes[0];
}
