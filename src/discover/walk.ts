/**
 * Lists a directory that git does not know. fast-glob walks it through an adapter that drops what `.gitignore` files say,
 * so that an ignored directory is never entered, and that notes what cannot be read.
 */
import { readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join, relative, sep } from 'node:path';
import fastGlob from 'fast-glob';
import ignore from 'ignore';
import type { Ignore } from 'ignore';
import type { SkippedEntry } from '../contracts/inventory.js';
import { readFile, skippedBy } from './read-file.js';

export interface WalkListing {
  /** Paths relative to the root, POSIX, symbolic links among them (never followed). */
  paths: string[];
  skipped: SkippedEntry[];
}

/** Never part of the project's own code, with or without a `.gitignore`. */
export const NEVER_ENTERED: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn', 'bower_components', '.yarn', '.pnpm-store']);

/** What was handed over without its repository has these because they were committed, whatever the list says; git itself would know. */
const LOCK_FILE = /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?)$/;

const MAX_IGNORE_FILE_BYTES = 1024 * 1024;

/** Everything under `directory` (relative to `root`, '' for the root itself) that the `.gitignore` files in it do not exclude. */
export function listByWalking(root: string, directory = ''): WalkListing {
  const walker = new Walker(root);
  const found = fastGlob.sync('**/*', {
    cwd: join(root, directory),
    dot: true,
    onlyFiles: false,
    objectMode: true,
    followSymbolicLinks: false,
    suppressErrors: true,
    fs: { readdirSync: walker.readDirectory as unknown as typeof readdirSync },
  });
  const prefix = directory === '' ? '' : `${directory}/`;
  return { paths: found.filter((entry) => !entry.dirent.isDirectory()).map((entry) => prefix + entry.path), skipped: walker.skipped };
}

class Walker {
  readonly skipped: SkippedEntry[] = [];
  /** Directory (root-relative, '' for the root) → its own `.gitignore`. A directory is always read before those in it. */
  private readonly ignores = new Map<string, Ignore>();

  constructor(private readonly root: string) {}

  readonly readDirectory = (path: string): Dirent[] => {
    const directory = relative(this.root, path).split(sep).join('/');
    let entries: Dirent[];
    try {
      entries = readdirSync(path, { withFileTypes: true });
    } catch (error) {
      this.skipped.push(skippedBy(error, directory === '' ? '.' : directory));
      return [];
    }
    if (entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) this.loadIgnore(directory);
    return entries.filter((entry) => !(entry.isDirectory() && NEVER_ENTERED.has(entry.name)) && !this.isIgnored(directory, entry));
  };

  private loadIgnore(directory: string): void {
    const path = directory === '' ? '.gitignore' : `${directory}/.gitignore`;
    const read = readFile(this.root, path, MAX_IGNORE_FILE_BYTES);
    if ('skipped' in read) this.skipped.push(read.skipped);
    else this.ignores.set(directory, ignore().add(read.bytes.toString('utf8')));
  }

  /** As git decides: the `.gitignore` nearest to the entry that says something about it wins. */
  private isIgnored(directory: string, entry: Dirent): boolean {
    if (entry.isFile() && LOCK_FILE.test(entry.name)) return false;
    const segments = directory === '' ? [] : directory.split('/');
    for (let depth = segments.length; depth >= 0; depth--) {
      const rules = this.ignores.get(segments.slice(0, depth).join('/'));
      if (rules === undefined) continue;
      const path = [...segments.slice(depth), entry.name].join('/');
      const verdict = rules.test(entry.isDirectory() ? `${path}/` : path);
      if (verdict.ignored || verdict.unignored) return verdict.ignored;
    }
    return false;
  }
}
