/** What a value that stands in `mark(…)` comes from, with our own models. */
import { fileURLToPath } from 'node:url';
import { ownRulesDirectory } from '../../../src/rulebook/index.js';
import { loadRulebook } from '../../../src/rulebook/load.js';
import { programOf } from '../../support/audit-case.js';
import type { Files } from '../../support/inventory-of.js';
import { marked } from '../../support/program.js';

const { models } = loadRulebook([fileURLToPath(ownRulesDirectory())]).rulebook;

/**
 * Kinds of the marked value's origins; of request data its kind and path: `request.query.id`. Sorted, each once.
 * @param dependencies of the package; without any there is no package.json
 */
export function originsIn(path: string, source: string, dependencies: readonly string[] = [], others: Files = {}): string[] {
  const manifest = { name: 'case', dependencies: Object.fromEntries(dependencies.map((name) => [name, '*'])) };
  const program = programOf({ ...(dependencies.length === 0 ? {} : { 'package.json': JSON.stringify(manifest) }), ...others, [path]: source }, models);
  const { origins } = program.trace(marked(program, path), { sink: 'sql' });
  return [...new Set(origins.map((origin) => (origin.kind === 'request' ? origin.detail : origin.kind)))].sort();
}

/** The kinds of request data only: `request.query`. */
export function requestKinds(path: string, source: string, dependencies: readonly string[] = [], others: Files = {}): string[] {
  const kinds = originsIn(path, source, dependencies, others).filter((origin) => origin.startsWith('request.'));
  return [...new Set(kinds.map((kind) => kind.split('.').slice(0, 2).join('.')))];
}
