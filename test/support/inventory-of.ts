/** An inventory of files in memory, for tests that need no directory. */
import { parseJsonText } from '../../src/discover/json-text.js';
import { Lockfiles } from '../../src/discover/lockfiles/index.js';
import type { Dependency, FileClass, Inventory, PackageInfo } from '../../src/contracts/inventory.js';

export type Files = Readonly<Record<string, string>>;

export const SOURCE_FILE = /\.[cm]?[jt]sx?$/;

/** One package for each package.json (and one for the root); JavaScript and TypeScript files are all production source, but for those in a directory of migrations. */
export function inventoryOf(files: Files): Inventory {
  const paths = Object.keys(files).sort();
  const manifests = paths.filter((path) => /(^|\/)package\.json$/.test(path)).map(directoryOf);
  const directories = [...new Set(['', ...manifests])].sort();
  const lockfiles = new Lockfiles(new Set(paths), (path) => files[path] ?? null);
  return {
    root: '/case',
    packages: directories.map((directory) => packageOf(directory, files, lockfiles)),
    files: paths.map((path) => ({ path, class: classOf(path), size: files[path]!.length, package: innermost(path, directories) })),
    skipped: [],
    git: null,
    directoryInGit: '',
    diagnostics: [],
  };
}

function classOf(path: string): FileClass {
  if (SOURCE_FILE.test(path)) return /(^|\/)migrations?\//.test(path) ? 'migration' : 'source';
  if (/(^|\/)package\.json$/.test(path)) return 'manifest';
  if (/\.(prisma|sql)$/.test(path)) return /migrations?\//.test(path) ? 'migration' : 'schema';
  if (/(^|\/)\.env/.test(path)) return 'env';
  if (/(^|\/)Dockerfile/.test(path)) return 'container';
  if (/^\.github\/workflows\//.test(path)) return 'ci';
  if (/(^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/.test(path)) return 'container';
  if (/\.(?:ya?ml|json|toml)$/.test(path)) return 'config';
  return path.endsWith('.md') ? 'doc' : 'other';
}

function directoryOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function innermost(path: string, directories: readonly string[]): string {
  const holding = directories.filter((directory) => directory === '' || path.startsWith(`${directory}/`));
  return holding.sort((a, b) => b.length - a.length)[0] ?? '';
}

function packageOf(directory: string, files: Files, lockfiles: Lockfiles): PackageInfo {
  const path = directory === '' ? 'package.json' : `${directory}/package.json`;
  const text = files[path];
  const manifest = (text === undefined ? {} : valueOf(text)) as Record<string, unknown>;
  const entry = manifest['main'];
  return {
    directory,
    name: typeof manifest['name'] === 'string' ? manifest['name'] : null,
    version: null,
    manifestPath: text === undefined ? null : path,
    moduleType: manifest['type'] === 'module' ? 'module' : 'commonjs',
    dependencies: [...dependencies(manifest, 'dependencies', 'runtime', text ?? ''), ...dependencies(manifest, 'devDependencies', 'development', text ?? '')].map((dependency) => {
      const { version, deprecated } = lockfiles.lockedAs(directory, dependency.name, dependency.range);
      return { ...dependency, locked: version, deprecated };
    }),
    lockFile: text === undefined ? null : lockfiles.fileFor(directory),
    registry: null,
    scripts: (manifest['scripts'] ?? {}) as Record<string, string>,
    nodeRange: null,
    entryPoints: typeof entry === 'string' ? { '.': (directory === '' ? '' : `${directory}/`) + entry.replace(/^\.\//, '') } : {},
    subpathImports: {},
    pathMappings: null,
    isWorkspaceRoot: Array.isArray(manifest['workspaces']),
  };
}

/** A manifest of a case may hold comments that say what is to be reported. */
function valueOf(text: string): unknown {
  const parsed = parseJsonText(text);
  if ('problem' in parsed) throw new Error(parsed.problem.message);
  return parsed.document.value;
}

function dependencies(manifest: Record<string, unknown>, key: string, kind: Dependency['kind'], text: string): Dependency[] {
  const listed = (manifest[key] ?? {}) as Record<string, string>;
  const lines = text.split('\n');
  return Object.entries(listed).map(([name, range]) => ({ name, range, kind, locked: null, deprecated: null, line: lines.findIndex((line) => line.includes(`"${name}"`)) + 1 }));
}
