/** An inventory of files in memory, for tests that need no directory. */
import type { Dependency, FileClass, Inventory, PackageInfo } from '../../src/contracts/inventory.js';

export type Files = Readonly<Record<string, string>>;

export const SOURCE_FILE = /\.[cm]?[jt]sx?$/;

/** One package for each package.json (and one for the root); JavaScript and TypeScript files are all production source. */
export function inventoryOf(files: Files): Inventory {
  const paths = Object.keys(files).sort();
  const manifests = paths.filter((path) => /(^|\/)package\.json$/.test(path)).map(directoryOf);
  const directories = [...new Set(['', ...manifests])].sort();
  return {
    root: '/case',
    packages: directories.map((directory) => packageOf(directory, files)),
    files: paths.map((path) => ({ path, class: classOf(path), size: files[path]!.length, package: innermost(path, directories) })),
    skipped: [],
    git: null,
    diagnostics: [],
  };
}

function classOf(path: string): FileClass {
  if (SOURCE_FILE.test(path)) return 'source';
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

function packageOf(directory: string, files: Files): PackageInfo {
  const path = directory === '' ? 'package.json' : `${directory}/package.json`;
  const text = files[path];
  const manifest = (text === undefined ? {} : JSON.parse(text)) as Record<string, unknown>;
  const entry = manifest['main'];
  return {
    directory,
    name: typeof manifest['name'] === 'string' ? manifest['name'] : null,
    version: null,
    manifestPath: text === undefined ? null : path,
    moduleType: manifest['type'] === 'module' ? 'module' : 'commonjs',
    dependencies: [...dependencies(manifest, 'dependencies', 'runtime', text ?? ''), ...dependencies(manifest, 'devDependencies', 'development', text ?? '')],
    scripts: (manifest['scripts'] ?? {}) as Record<string, string>,
    nodeRange: null,
    entryPoints: typeof entry === 'string' ? { '.': (directory === '' ? '' : `${directory}/`) + entry.replace(/^\.\//, '') } : {},
    subpathImports: {},
    pathMappings: null,
    isWorkspaceRoot: Array.isArray(manifest['workspaces']),
  };
}

function dependencies(manifest: Record<string, unknown>, key: string, kind: Dependency['kind'], text: string): Dependency[] {
  const listed = (manifest[key] ?? {}) as Record<string, string>;
  const lines = text.split('\n');
  return Object.entries(listed).map(([name, range]) => ({ name, range, kind, locked: null, line: lines.findIndex((line) => line.includes(`"${name}"`)) + 1 }));
}
