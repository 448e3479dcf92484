/** Exact versions of direct dependencies, from whichever lock file governs a package. Transitive ones are not looked at. */
import { readFile } from '../read-file.js';
import { parseBunLock } from './bun.js';
import { parseNpmLock } from './npm.js';
import { parsePnpmLock } from './pnpm.js';
import { parseYarnLock } from './yarn.js';

/**
 * The locked version of a dependency, or null when the lock file does not say.
 * @param directory of the package that declares it, relative to the lock file's directory, '' for the same
 */
export type LockedVersions = (directory: string, name: string, range: string) => string | null;

const PARSERS: readonly [string, (text: string) => LockedVersions][] = [
  ['package-lock.json', parseNpmLock],
  ['npm-shrinkwrap.json', parseNpmLock],
  ['pnpm-lock.yaml', parsePnpmLock],
  ['yarn.lock', parseYarnLock],
  ['bun.lock', parseBunLock],
];
const MAX_LOCK_BYTES = 64 * 1024 * 1024;

/** Lock files of a repository, each parsed when the first question comes. */
export class Lockfiles {
  private readonly parsed = new Map<string, LockedVersions>();

  constructor(
    private readonly root: string,
    private readonly files: ReadonlySet<string>,
  ) {}

  /** The version of a dependency of the package in `directory`, from the lock file there or in the nearest directory above. */
  versionOf(directory: string, name: string, range: string): string | null {
    const segments = directory === '' ? [] : directory.split('/');
    for (let depth = segments.length; depth >= 0; depth--) {
      const above = segments.slice(0, depth).join('/');
      const found = PARSERS.find(([file]) => this.files.has(above === '' ? file : `${above}/${file}`));
      if (found === undefined) continue;
      const path = above === '' ? found[0] : `${above}/${found[0]}`;
      return this.load(path, found[1])(segments.slice(depth).join('/'), name, range);
    }
    return null;
  }

  private load(path: string, parse: (text: string) => LockedVersions): LockedVersions {
    const known = this.parsed.get(path);
    if (known !== undefined) return known;
    const versions = this.parseOrNothing(path, parse);
    this.parsed.set(path, versions);
    return versions;
  }

  /** A lock file that is broken or of an unknown version says nothing; versions are then unknown, which rules can live with. */
  private parseOrNothing(path: string, parse: (text: string) => LockedVersions): LockedVersions {
    const read = readFile(this.root, path, MAX_LOCK_BYTES);
    if ('skipped' in read) return () => null;
    try {
      return parse(read.bytes.toString('utf8'));
    } catch {
      return () => null;
    }
  }
}
