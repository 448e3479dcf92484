/** From a root directory to an `Inventory`. Nothing of what is found is executed, and nothing outside the root is read. */
import { realpathSync, statSync } from 'node:fs';
import ignore from 'ignore';
import type { Diagnostic, FileClass, FileEntry, Inventory, SkippedEntry } from '../contracts/inventory.js';
import { UserError } from '../contracts/errors.js';
import { classify, HEAD_BYTES } from './classify/index.js';
import { CODE_FILE } from './classify/names.js';
import { compare, listFiles } from './listing.js';
import type { ListedFile } from './listing.js';
import { directoryOf } from './manifest.js';
import { describePackages, findPackages, innermost } from './packages.js';
import type { PackageLayout } from './packages.js';
import { readFile, tooLarge } from './read-file.js';

export interface DiscoverOptions {
  /** Bytes; a longer code file is skipped. */
  maxFileSize: number;
  /** Globs as in `.gitignore`, relative to the root. When there are any, only files that match count. */
  include: readonly string[];
  /** Globs as in `.gitignore`, relative to the root: files that do not count. */
  exclude: readonly string[];
}

/** 2 MB: hand-written code files are far smaller, and a parser needs about twenty times the size in memory. */
export const DEFAULT_MAX_FILE_SIZE = 2 * 1024 * 1024;

/** Code of these classes takes part in linking, so that imports of it lead somewhere; only `source` is judged. */
const LINKED_CLASSES: ReadonlySet<FileClass> = new Set(['source', 'config', 'migration', 'schema']);

/**
 * Looks a directory over.
 * @param directory absolute or relative to the working directory
 * @throws UserError when there is no such directory or it cannot be read
 */
export function discover(directory: string, options: DiscoverOptions): Inventory {
  const root = resolveRoot(directory);
  const listing = listFiles(root);
  const diagnostics: Diagnostic[] = [];
  const skipped: SkippedEntry[] = [...listing.skipped];
  const listed = select(listing.files, options, skipped);
  const layout = findPackages(root, listed.map((file) => file.path), diagnostics);
  const files: FileEntry[] = [];
  for (const file of listed) {
    const entry = describeFile(root, file, layout, options.maxFileSize);
    if ('reason' in entry) skipped.push(entry);
    else files.push(entry);
  }
  const paths = new Set(listed.map((file) => file.path));
  const sources = new Set(files.filter((file) => LINKED_CLASSES.has(file.class) && isCode(file)).map((file) => file.path));
  return {
    root,
    packages: describePackages(root, layout, paths, sources, diagnostics),
    files,
    skipped: skipped.sort((a, b) => compare(a.path, b.path)),
    git: listing.git,
    directoryInGit: listing.directoryInGit,
    diagnostics,
  };
}

function resolveRoot(directory: string): string {
  try {
    const root = realpathSync(directory);
    if (statSync(root).isDirectory()) return root;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError('no-such-directory', `there is no directory ${directory}`, { hint: 'give the directory of the project to audit' });
    throw new UserError('unreadable-directory', `cannot read the directory ${directory} (${code ?? 'unknown error'})`, { hint: 'check its permissions' });
  }
  throw new UserError('not-a-directory', `${directory} is not a directory`, { hint: 'give the directory that holds it' });
}

/** Applies the configured globs; what `exclude` drops is counted. */
function select(files: readonly ListedFile[], options: DiscoverOptions, skipped: SkippedEntry[]): ListedFile[] {
  const included = options.include.length === 0 ? null : ignore().add([...options.include]);
  const excluded = ignore().add([...options.exclude]);
  const kept = files.filter((file) => (included === null || included.ignores(file.path)) && !excluded.ignores(file.path));
  const dropped = files.length - kept.length;
  if (dropped > 0) skipped.push({ path: '.', reason: 'ignored', detail: `${dropped} files left out by include and exclude in the configuration` });
  return kept;
}

function describeFile(root: string, file: ListedFile, layout: PackageLayout, maxFileSize: number): FileEntry | SkippedEntry {
  const { path, size } = file;
  const directory = innermost(directoryOf(path), layout.directories);
  let problem: SkippedEntry | null = null;
  const kind = classify(path, directory, layout.shape, () => {
    const read = readFile(root, path, HEAD_BYTES, true);
    if ('skipped' in read) problem = read.skipped;
    else if (isBinary(read.bytes)) problem = { path, reason: 'binary', detail: 'it holds NUL bytes, so it is no text' };
    else return decodeHead(read.bytes);
    return '';
  });
  if (problem !== null) return problem;
  if (kind === 'source' && size > maxFileSize) return tooLarge(path, size, maxFileSize);
  return { path, class: kind, size, package: directory };
}

/** A source without an extension says in its first line that Node.js runs it. */
function isCode({ path, class: kind }: FileEntry): boolean {
  return kind === 'source' || CODE_FILE.test(path);
}

function isBinary(bytes: Buffer): boolean {
  return bytes.includes(0) && !isUtf16(bytes);
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function decodeHead(bytes: Buffer): string {
  if (!isUtf16(bytes)) return bytes.toString('utf8').replace(/^\uFEFF/, '');
  const even = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)));
  return (bytes[0] === 0xfe ? even.swap16() : even).toString('utf16le');
}
