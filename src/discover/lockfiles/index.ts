/** Exact versions of direct dependencies, from whichever lock file governs a package. Transitive ones are not looked at. */
import type { LockFile } from '../../contracts/inventory.js';
import { parseBunLock } from './bun.js';
import { parseNpmLock } from './npm.js';
import { parsePnpmLock } from './pnpm.js';
import { parseYarnLock } from './yarn.js';

/** What a lock file says of one dependency. */
export interface Locked {
  /** null when it does not say. */
  version: string | null;
  /** The registry's notice that the version should not be used any more; npm and pnpm keep it, the others do not. */
  deprecated: string | null;
}

export const NOT_LOCKED: Locked = { version: null, deprecated: null };

/**
 * A parsed lock file.
 * @param directory of the package that declares the dependency, relative to the lock file's directory, '' for the same
 */
export type LockedVersions = (directory: string, name: string, range: string) => Locked;

/** In the order in which they are believed when there are several. */
const PARSERS: readonly [string, ((text: string) => LockedVersions) | null][] = [
  ['package-lock.json', parseNpmLock],
  ['npm-shrinkwrap.json', parseNpmLock],
  ['pnpm-lock.yaml', parsePnpmLock],
  ['yarn.lock', parseYarnLock],
  ['bun.lock', parseBunLock],
  // Binary, of Bun before 1.2: that it is there is all that can be told.
  ['bun.lockb', null],
];

/** Lock files of a repository, each parsed when the first question comes. */
export class Lockfiles {
  private readonly parsed = new Map<string, LockedVersions | null>();

  /**
   * @param files all paths, relative to the root.
   * @param read gives the text of one, null when it cannot be read.
   */
  constructor(
    private readonly files: ReadonlySet<string>,
    private readonly read: (path: string) => string | null,
  ) {}

  /** How a dependency of the package in `directory` is locked, by the lock file there or in the nearest directory above. */
  lockedAs(directory: string, name: string, range: string): Locked {
    const found = this.governing(directory);
    return (found === null ? null : this.load(found.path, found.parse))?.(found!.inside, name, range) ?? NOT_LOCKED;
  }

  /** The lock file that governs the package in `directory`. */
  fileFor(directory: string): LockFile | null {
    const found = this.governing(directory);
    return found === null ? null : { path: found.path, readable: this.load(found.path, found.parse) !== null };
  }

  private governing(directory: string) {
    const segments = directory === '' ? [] : directory.split('/');
    for (let depth = segments.length; depth >= 0; depth--) {
      const above = segments.slice(0, depth).map((segment) => `${segment}/`).join('');
      const found = PARSERS.find(([file]) => this.files.has(above + file));
      if (found !== undefined) return { path: above + found[0], parse: found[1], inside: segments.slice(depth).join('/') };
    }
    return null;
  }

  private load(path: string, parse: ((text: string) => LockedVersions) | null): LockedVersions | null {
    const known = this.parsed.get(path);
    if (known !== undefined) return known;
    const versions = this.parseOrNothing(path, parse);
    this.parsed.set(path, versions);
    return versions;
  }

  /** A lock file that is broken or of an unknown version says nothing; versions are then unknown, which rules can live with. */
  private parseOrNothing(path: string, parse: ((text: string) => LockedVersions) | null): LockedVersions | null {
    const text = parse === null ? null : this.read(path);
    if (parse === null || text === null) return null;
    try {
      return parse(text);
    } catch {
      return null;
    }
  }
}
