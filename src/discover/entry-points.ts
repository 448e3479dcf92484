/**
 * From what a package.json publishes (`exports`, `imports`, `main` …) to the source files behind it. A repository is audited
 * without being built, so `dist/index.js` is taken for the `src/index.ts` that it is made from.
 */
import { isRecord, joinInside } from './manifest.js';
import type { Manifest } from './manifest.js';

/** Compiler settings that say how output paths follow from source paths; both relative to the package, or null. */
export interface OutputLayout {
  outDir: string | null;
  rootDir: string | null;
}

/** Conditions in the order in which they lead to source rather than output. */
const CONDITIONS = ['source', 'development', 'types', 'import', 'module', 'node', 'default', 'require', 'bun', 'deno', 'browser'];
const MAX_NESTING = 10;
const SOURCE_EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
const OUTPUT_DIRECTORIES = /^(?:dist|build|lib|out|output|esm|cjs|es|umd|types)$/;

/** '.' and './sub' (with at most one `*`, as in the manifest) → root-relative target. The more specific keys first. */
export function entryPointsOf(manifest: Manifest, layout: OutputLayout, files: ReadonlySet<string>): Record<string, string> {
  const { exports: published } = manifest.fields;
  const declared = new Map<string, string[]>();
  if (isRecord(published) && Object.keys(published).some((key) => key.startsWith('.'))) {
    for (const [key, target] of Object.entries(published)) declared.set(key, targetsOf(target, 0));
  } else if (published !== undefined) declared.set('.', targetsOf(published, 0));
  const main = ['source', 'types', 'typings', 'module', 'main'].map((field) => manifest.fields[field]);
  declared.set('.', [...(declared.get('.') ?? []), ...main.filter((target) => typeof target === 'string'), './index.js', './src/index.js']);
  return toSources(declared, manifest, layout, files);
}

/** `#name` → root-relative target; those that lead to other packages are left out. */
export function subpathImportsOf(manifest: Manifest, layout: OutputLayout, files: ReadonlySet<string>): Record<string, string> {
  const { imports } = manifest.fields;
  if (!isRecord(imports)) return {};
  const declared = new Map(Object.entries(imports).filter(([key]) => key.startsWith('#')).map(([key, target]) => [key, targetsOf(target, 0)]));
  return toSources(declared, manifest, layout, files);
}

function toSources(declared: Map<string, string[]>, manifest: Manifest, layout: OutputLayout, files: ReadonlySet<string>): Record<string, string> {
  const found: [string, string][] = [];
  for (const [key, targets] of declared) {
    for (const target of targets) {
      const source = sourceOf(target, manifest.directory, layout, files);
      if (source === null) continue;
      found.push([key, source]);
      break;
    }
  }
  return Object.fromEntries(found.sort(([a], [b]) => specificity(b) - specificity(a) || (a < b ? -1 : 1)));
}

/** Node.js prefers the pattern with the longest part before `*`, and an exact key before any pattern. */
function specificity(key: string): number {
  const star = key.indexOf('*');
  return star < 0 ? Number.MAX_SAFE_INTEGER : star;
}

function targetsOf(target: unknown, depth: number): string[] {
  if (typeof target === 'string') return [target];
  if (depth > MAX_NESTING) return [];
  if (Array.isArray(target)) return target.flatMap((item) => targetsOf(item, depth + 1));
  if (!isRecord(target)) return [];
  const known = CONDITIONS.filter((name) => name in target);
  const others = Object.keys(target).filter((name) => !CONDITIONS.includes(name));
  return [...known, ...others].flatMap((name) => targetsOf(target[name], depth + 1));
}

/** The file (or pattern of files) of the repository behind a published target. */
function sourceOf(target: string, directory: string, layout: OutputLayout, files: ReadonlySet<string>): string | null {
  if (!target.startsWith('.') && !/^[\w@][\w@./*-]*$/.test(target)) return null;
  for (const candidate of candidatesFor(target.replace(/^\.\//, ''), layout)) {
    const path = joinInside(directory, candidate);
    if (path === null) continue;
    const found = candidate.includes('*') ? matchPattern(path, files) : matchFile(path, files);
    if (found !== null) return found;
  }
  return null;
}

/** The target itself, then the places that builds take it from. */
function candidatesFor(target: string, layout: OutputLayout): string[] {
  const candidates = [target];
  const { outDir, rootDir } = layout;
  if (outDir !== null && outDir !== '' && target.startsWith(`${outDir}/`)) {
    const rest = target.slice(outDir.length + 1);
    candidates.push(...[rootDir ?? 'src', 'src', ''].map((base) => (base === '' ? rest : `${base}/${rest}`)));
  }
  const segments = target.split('/');
  while (segments.length > 1 && OUTPUT_DIRECTORIES.test(segments[0] ?? '')) {
    segments.shift();
    const rest = segments.join('/');
    candidates.push(`src/${rest}`, rest);
  }
  return candidates;
}

function matchFile(path: string, files: ReadonlySet<string>): string | null {
  if (files.has(path) && !path.endsWith('.d.ts')) return path;
  const stem = path.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
  for (const base of [stem, path === '' ? 'index' : `${path}/index`]) {
    for (const extension of SOURCE_EXTENSIONS) if (files.has(base + extension)) return base + extension;
  }
  return files.has(path) ? path : null;
}

/** A pattern stays a pattern, if any file could be meant by it. */
function matchPattern(pattern: string, files: ReadonlySet<string>): string | null {
  const prefix = pattern.slice(0, pattern.indexOf('*'));
  for (const file of files) if (file.startsWith(prefix)) return pattern.replace(/\.d\.([cm]?)ts$/, '.$1js');
  return null;
}
