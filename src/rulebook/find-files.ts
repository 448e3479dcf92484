/** Finds rule and model files. Symbolic links are not followed. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const MAX_DEPTH = 8;

export interface FoundFile {
  kind: 'rule' | 'model';
  /** Absolute (or as reachable from the directory given). */
  file: string;
  /** Under which messages name it: the directory's own name, then the path inside; POSIX separators. */
  shown: string;
  /** Name of the folder that holds it. */
  folder: string;
}

/**
 * Every `rule.yaml`, and every YAML file below a folder `models`, in order of their paths. A rule's folder is not
 * searched further: its cases may hold YAML of their own.
 *
 * @throws NodeJS.ErrnoException when the directory cannot be read.
 */
export function findRulebookFiles(directory: string): FoundFile[] {
  const found: FoundFile[] = [];
  visit(directory, basename(directory), false, 0, found);
  return found;
}

function visit(directory: string, shown: string, inModels: boolean, depth: number, found: FoundFile[]): void {
  const entries = readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = entries.filter((entry) => entry.isFile());
  const folder = basename(directory);
  const add = (kind: FoundFile['kind'], name: string) => found.push({ kind, file: join(directory, name), shown: `${shown}/${name}`, folder });
  if (inModels) {
    for (const { name } of files) if (/\.ya?ml$/.test(name)) add('model', name);
  } else if (files.some(({ name }) => name === 'rule.yaml')) {
    add('rule', 'rule.yaml');
    return;
  }
  if (depth >= MAX_DEPTH) return;
  for (const entry of entries) {
    if (entry.isDirectory() && entry.name !== 'node_modules') visit(join(directory, entry.name), `${shown}/${entry.name}`, inModels || entry.name === 'models', depth + 1, found);
  }
}
