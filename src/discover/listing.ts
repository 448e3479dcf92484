/** The paths under the root: from git where it knows the directory, else by walking. Symbolic links are judged, never followed. */
import { lstatSync, realpathSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { GitInfo, SkippedEntry } from '../contracts/inventory.js';
import { directoryOf } from '../contracts/file-path.js';
import { listWithGit } from './git.js';
import { skippedBy } from './read-file.js';
import { listByWalking, NEVER_ENTERED } from './walk.js';

export interface ListedFile {
  /** Root-relative, POSIX. */
  path: string;
  /** Bytes. */
  size: number;
}

export interface Listing {
  /** Regular files, sorted by path. */
  files: ListedFile[];
  skipped: SkippedEntry[];
  git: GitInfo | null;
  directoryInGit: string;
}

/** @param root absolute, symbolic links resolved */
export function listFiles(root: string): Listing {
  const listed = listWithGit(root);
  const skipped: SkippedEntry[] = [];
  let paths = listed?.paths ?? [];
  if (paths.length === 0) {
    // No repository, or a directory that the repository around it ignores: asked for by name, so it is walked.
    const walked = listByWalking(root);
    paths = walked.paths;
    skipped.push(...walked.skipped);
  }
  const files = new Map<string, ListedFile>();
  for (const path of paths) inspect(root, path.replace(/\/$/, ''), files, skipped);
  const installed = takeOutInstalled(files);
  return {
    files: [...files.values()].sort((a, b) => compare(a.path, b.path)),
    skipped: [...installed, ...skipped],
    git: listed?.info ?? null,
    directoryInGit: listed?.directory ?? '',
  };
}

/** By code unit, which no locale changes. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function inspect(root: string, path: string, files: Map<string, ListedFile>, skipped: SkippedEntry[]): void {
  let status: Stats;
  try {
    status = lstatSync(join(root, path));
  } catch (error) {
    const entry = skippedBy(error, path);
    // Deleted in the working tree and still in git's index: it is simply not there.
    if (entry.reason !== 'vanished') skipped.push(entry);
    return;
  }
  if (status.isFile()) files.set(path, { path, size: status.size });
  else if (status.isSymbolicLink()) skipped.push(...judgeLink(root, path));
  else if (status.isDirectory()) {
    // A submodule or a repository inside the repository: git names only its directory.
    const walked = listByWalking(root, path);
    skipped.push(...walked.skipped);
    for (const inner of walked.paths) inspect(root, inner, files, skipped);
  } else skipped.push({ path, reason: 'unreadable', detail: 'not a regular file' });
}

/** A link to something inside the root adds nothing: its target is listed under its own path. */
function judgeLink(root: string, path: string): SkippedEntry[] {
  let target: string;
  try {
    target = realpathSync(join(root, path));
  } catch (error) {
    const entry = skippedBy(error, path);
    if (entry.reason === 'symlink-cycle') return [{ path, reason: 'symlink-cycle', detail: 'the symbolic link leads to itself' }];
    return [{ path, reason: 'unreadable', detail: entry.reason === 'vanished' ? 'broken symbolic link' : entry.detail }];
  }
  const inside = relative(root, target);
  if (inside === '..' || inside.startsWith(`..${sep}`)) return [{ path, reason: 'symlink-outside-root', detail: 'the symbolic link leads out of the audited directory' }];
  const above = relative(target, join(root, path));
  if (!above.startsWith('..')) return [{ path, reason: 'symlink-cycle', detail: 'the symbolic link leads to a directory that holds it' }];
  return [];
}

/**
 * Takes committed dependencies out of the list and says so, once for each outermost directory. Packages are installed beside a manifest;
 * in a directory without one, such as `packages/node_modules`, programs keep packages of their own, where Node.js finds them.
 */
function takeOutInstalled(files: Map<string, ListedFile>): SkippedEntry[] {
  const counts = new Map<string, number>();
  const manifests = new Set([...files.keys()].filter((path) => path.endsWith('/package.json')).map(directoryOf));
  for (const path of files.keys()) {
    const segments = path.split('/');
    const index = segments.slice(0, -1).findIndex((segment, at) => NEVER_ENTERED.has(segment) && (at === 0 || segment !== 'node_modules' || manifests.has(segments.slice(0, at).join('/'))));
    if (index < 0) continue;
    const directory = segments.slice(0, index + 1).join('/');
    counts.set(directory, (counts.get(directory) ?? 0) + 1);
    files.delete(path);
  }
  return [...counts].map(([path, count]) => ({ path, reason: 'ignored' as const, detail: `${count} ${count === 1 ? 'file' : 'files'} of installed packages, committed` }));
}
