/** Reads a package.json: the fields that matter, each checked, because any of them may hold anything. */
import type { Dependency, Diagnostic } from '../contracts/inventory.js';
import { parseJsonText } from './json-text.js';
import type { Locked } from './lockfiles/index.js';
import type { ParsedDocument } from './json-text.js';
import { readFile } from './read-file.js';

export interface Manifest {
  path: string;
  /** Directory that holds it, '' for the root. */
  directory: string;
  fields: Record<string, unknown>;
  document: ParsedDocument;
}

const MAX_MANIFEST_BYTES = 8 * 1024 * 1024;

/** null and a diagnostic when the file is no JSON object. */
export function readManifest(root: string, path: string, diagnostics: Diagnostic[]): Manifest | null {
  const read = readFile(root, path, MAX_MANIFEST_BYTES);
  if ('skipped' in read) {
    diagnostics.push({ code: 'manifest-unreadable', severity: 'error', message: `cannot read ${path}: ${read.skipped.detail}`, path, hint: 'its dependencies and scripts are unknown to this audit' });
    return null;
  }
  const parsed = parseJsonText(read.bytes.toString('utf8'));
  const problem = 'problem' in parsed ? parsed.problem : isRecord(parsed.document.value) ? null : { message: 'expected an object', position: { line: 1, column: 1 } };
  if (problem !== null || !('document' in parsed)) {
    diagnostics.push({
      code: 'invalid-manifest',
      severity: 'error',
      message: `${path} is not valid JSON: ${problem?.message ?? ''}`,
      path,
      line: problem?.position.line,
      column: problem?.position.column,
      hint: 'correct the file; until then its dependencies and scripts are unknown to this audit',
    });
    return null;
  }
  return { path, directory: directoryOf(path), fields: parsed.document.value as Record<string, unknown>, document: parsed.document };
}

const DEPENDENCY_FIELDS: readonly [string, Dependency['kind']][] = [
  ['dependencies', 'runtime'],
  ['devDependencies', 'development'],
  ['peerDependencies', 'peer'],
  ['optionalDependencies', 'optional'],
];

/** Declared dependencies by name and kind; `lockedAs` is asked for each. */
export function dependenciesOf(manifest: Manifest, lockedAs: (name: string, range: string) => Locked): Dependency[] {
  const dependencies = DEPENDENCY_FIELDS.flatMap(([field, kind]) =>
    Object.entries(stringsOf(manifest.fields[field])).map(([name, range]): Dependency => {
      const { version, deprecated } = lockedAs(name, range);
      return { name, range, kind, locked: version, deprecated, line: manifest.document.positionOf([field, name]).line };
    }),
  );
  return dependencies.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Does the package.json declare workspaces (npm, yarn, bun: `workspaces`; lerna ≤ 6: `packages` in lerna.json, looked at by the caller)? */
export function declaresWorkspaces(manifest: Manifest): boolean {
  const { workspaces } = manifest.fields;
  return Array.isArray(workspaces) || (isRecord(workspaces) && Array.isArray(workspaces['packages']));
}

/** The entries of an object whose values are strings. */
export function stringsOf(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

export function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function directoryOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** Joins root-relative POSIX paths; null when the result climbs out of the root. */
export function joinInside(base: string, path: string): string | null {
  const parts = base === '' ? [] : base.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
