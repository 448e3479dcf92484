/** Which variables are checked at start-up, and for which packages of a workspace a check counts. */
import type { PackageInfo } from '../../contracts/inventory.js';
import type { ValueRef } from '../../contracts/program.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';
import type { SchemaEntry } from './schemas.js';
import { handWrittenChecks } from './validation.js';

/**
 * Looks up the check of a variable for a file: in its own package, in the packages that it uses (a shared `env` package), in
 * those that use it (the application whose start-up checks what its libraries read), and in the root.
 */
export function checksOf(
  link: Linking,
  entries: readonly SchemaEntry[],
  names: ReadonlyMap<number, string>,
): (file: IndexedFile, name: string) => ValueRef | null {
  const checks = new Map<string, Map<string, ValueRef>>();
  const add = (file: IndexedFile, name: string, place: ValueRef) => {
    const own = checks.get(file.package.directory) ?? new Map<string, ValueRef>();
    if (!own.has(name)) own.set(name, place);
    checks.set(file.package.directory, own);
  };
  for (const entry of entries) if (entry.unenforced !== true) add(entry.value.file as IndexedFile, entry.name, entry.schema.value);
  for (const file of readingFiles(link, names)) {
    for (const [name, place] of handWrittenChecks(link, file, names)) add(file, name, place);
  }
  const related = new Map<string, string[]>();
  return (file, name) => {
    const { directory } = file.package;
    let directories = related.get(directory);
    if (directories === undefined) related.set(directory, (directories = relatedPackages(link.packages, file.package)));
    for (const each of directories) {
      const place = checks.get(each)?.get(name);
      if (place !== undefined) return place;
    }
    return null;
  };
}

/** Files that hold reads, directly or by calls of a helper, in order. */
function readingFiles(link: Linking, names: ReadonlyMap<number, string>): Set<IndexedFile> {
  const files = new Set(['env.read', 'env.all'].flatMap((role) => link.sitesOf(role).map((site) => site.value.file as IndexedFile)));
  for (const file of link.files.values()) {
    if (!files.has(file) && file.facts.calls.some((id) => names.has(keyOf({ file, id })))) files.add(file);
  }
  return files;
}

/** The package itself first, then those it depends on, those that depend on it, and the root; each by directory. */
function relatedPackages(packages: readonly PackageInfo[], own: PackageInfo): string[] {
  const uses = (a: PackageInfo, b: PackageInfo) => b.name !== null && a.dependencies.some((dependency) => dependency.name === b.name);
  const reach = (next: (from: PackageInfo, to: PackageInfo) => boolean) => {
    const reached = new Set([own]);
    for (const from of reached) for (const to of packages) if (next(from, to)) reached.add(to);
    return [...reached].map((each) => each.directory);
  };
  const root = packages.filter((each) => each.directory === '').map((each) => each.directory);
  return [...new Set([own.directory, ...reach(uses), ...reach((from, to) => uses(to, from)), ...root])];
}

/** `env.get('X').required()`. */
export function isRequiredInChain(value: FileValue): boolean {
  let id = value.file.parentOf(value.id);
  for (let step = 0; id >= 0 && step < 8; step += 1) {
    const fact = factOf(sibling(value, id));
    if (fact.kind === 'member' && fact.name === 'required') return true;
    if (fact.kind !== 'member' && fact.kind !== 'call') return false;
    id = value.file.parentOf(id);
  }
  return false;
}
