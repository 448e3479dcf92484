/** From an import specifier to a file of the program, or to the name of an external package. No file system: only the inventory's files are known. */
import { directoryOf } from '../contracts/file-path.js';
import { npmPackageOf } from '../contracts/package-name.js';
import type { Inventory, PackageInfo, PathMappings } from '../contracts/inventory.js';
import type { LinkedFile } from '../contracts/program.js';
import { packagePath } from './api-path.js';
import type { IndexedFile } from './indexed-file.js';

/** In the order in which TypeScript and bundlers prefer them. */
const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
/** A specifier with a JavaScript extension may name the TypeScript source beside it. */
const SOURCE_OF_OUTPUT: Record<string, string[]> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.jsx': ['.tsx', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
};

export type ModuleTarget = { kind: 'file'; file: LinkedFile } | { kind: 'package'; path: string };

const DOT = 46;
/** Modules of Node.js that have others below them: `fs/promises`. */
const HAVE_SUBPATHS = /^(?:node:.*|assert|dns|fs|inspector|path|readline|stream|timers|util)$/;

/** Targets by specifier. */
type Targets = Map<string, ModuleTarget>;

export class ModuleResolver {
  private readonly workspacePackages = new Map<string, PackageInfo>();
  /** What is known of each file's own specifiers: relative ones by its directory, others by its package. */
  private readonly places: { relative: Targets; other: Targets }[] = [];
  private readonly byDirectory = new Map<string, Targets>();
  private readonly byPackage = new Map<string, Targets>();

  constructor(
    private readonly files: ReadonlyMap<string, IndexedFile>,
    inventory: Inventory,
  ) {
    for (const info of inventory.packages) {
      if (info.name !== null && !this.workspacePackages.has(info.name)) this.workspacePackages.set(info.name, info);
    }
  }

  resolve(from: LinkedFile, specifier: string): ModuleTarget {
    const place = this.places[(from as IndexedFile).index] ?? this.placeOf(from as IndexedFile);
    const targets = specifier.charCodeAt(0) === DOT ? place.relative : place.other;
    const known = targets.get(specifier);
    if (known !== undefined) return known;
    const file = this.findFile(from, directoryOf(from.facts.path), specifier);
    const target: ModuleTarget = file === null ? { kind: 'package', path: packagePath(specifier) } : { kind: 'file', file };
    targets.set(specifier, target);
    return target;
  }

  private placeOf(file: IndexedFile) {
    const place = { relative: tableIn(this.byDirectory, directoryOf(file.facts.path)), other: tableIn(this.byPackage, file.package.directory) };
    this.places[file.index] = place;
    return place;
  }

  private findFile(from: LinkedFile, directory: string, specifier: string): LinkedFile | null {
    if (specifier.startsWith('./') || specifier.startsWith('../') || specifier === '.' || specifier === '..') {
      return this.probe(joinPath(directory, specifier));
    }
    const internal = specifier.startsWith('#') ? this.findTarget(from.package.subpathImports, specifier) : null;
    if (internal !== null) return internal;
    const mapped = from.package.pathMappings === null ? null : this.findMapped(from.package.pathMappings, specifier);
    if (specifier.startsWith('#')) return mapped;
    return mapped ?? this.findWorkspacePackage(specifier) ?? this.findFromRoot(from.package, specifier);
  }

  /** `require('helpers/db')` where the package is a root for its modules (NODE_PATH, `rootpath`, a bundler's roots) and no dependency has that name. */
  private findFromRoot({ directory, dependencies }: PackageInfo, specifier: string): LinkedFile | null {
    const [name = ''] = specifier.split('/');
    if (name === specifier || name.startsWith('@') || name === '' || HAVE_SUBPATHS.test(name) || dependencies.some((each) => each.name === name)) return null;
    return this.probe(joinPath(directory, specifier)) ?? this.probe(joinPath(directory, `src/${specifier}`));
  }

  private findMapped(mappings: PathMappings, specifier: string): LinkedFile | null {
    const patterns = Object.keys(mappings.paths).sort((a, b) => prefixLength(b) - prefixLength(a));
    for (const pattern of patterns) {
      const rest = matchPattern(pattern, specifier);
      if (rest === null) continue;
      for (const target of mappings.paths[pattern] ?? []) {
        const file = this.probe(target.replace('*', rest));
        if (file !== null) return file;
      }
    }
    return mappings.baseUrl === null ? null : this.probe(joinPath(mappings.baseUrl, specifier));
  }

  private findWorkspacePackage(specifier: string): LinkedFile | null {
    const name = npmPackageOf(specifier);
    const info = this.workspacePackages.get(name);
    if (info === undefined) return null;
    const subpath = specifier === name ? '.' : `.${specifier.slice(name.length)}`;
    const entry = this.findTarget(info.entryPoints, subpath);
    if (entry !== null) return entry;
    const inside = subpath === '.' ? ['src/index', 'index', 'src/main'] : [subpath.slice(2), `src/${subpath.slice(2)}`];
    for (const candidate of inside) {
      const file = this.probe(joinPath(info.directory, candidate));
      if (file !== null) return file;
    }
    return null;
  }

  private findTarget(targets: Record<string, string>, specifier: string): LinkedFile | null {
    for (const [pattern, target] of Object.entries(targets)) {
      const rest = matchPattern(pattern, specifier);
      if (rest === null) continue;
      const file = this.probe(target.replace('*', rest));
      if (file !== null) return file;
    }
    return null;
  }

  /** The file that a path without certain extension names. */
  private probe(path: string): LinkedFile | null {
    const exact = this.files.get(path);
    if (exact !== undefined) return exact;
    const extension = /\.[a-z]+$/.exec(path)?.[0] ?? '';
    const stem = path.slice(0, path.length - extension.length);
    for (const source of SOURCE_OF_OUTPUT[extension] ?? []) {
      const file = this.files.get(stem + source);
      if (file !== undefined) return file;
    }
    for (const candidate of [path, path === '' ? 'index' : `${path}/index`]) {
      for (const suffix of EXTENSIONS) {
        const file = this.files.get(candidate + suffix);
        if (file !== undefined) return file;
      }
    }
    return null;
  }
}

function tableIn(tables: Map<string, Targets>, key: string): Targets {
  const known = tables.get(key);
  if (known !== undefined) return known;
  const table: Targets = new Map();
  tables.set(key, table);
  return table;
}

/** Joins and normalises POSIX paths; what climbs out of the root names no file of the program. */
function joinPath(base: string, relative: string): string {
  const parts = base === '' ? [] : base.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.length === 0) return '\u0000';
      parts.pop();
    } else parts.push(part);
  }
  return parts.join('/');
}

/** What `*` stands for, '' for an exact match, null for none. */
function matchPattern(pattern: string, specifier: string): string | null {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === specifier ? '' : null;
  const prefix = pattern.slice(0, star);
  const suffix = pattern.slice(star + 1);
  if (specifier.length < prefix.length + suffix.length) return null;
  if (!specifier.startsWith(prefix) || !specifier.endsWith(suffix)) return null;
  return specifier.slice(prefix.length, specifier.length - suffix.length);
}

function prefixLength(pattern: string): number {
  const star = pattern.indexOf('*');
  return star < 0 ? pattern.length + 1 : star;
}
