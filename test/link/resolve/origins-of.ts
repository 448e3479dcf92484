/** What a marked value comes from, with our own models: `mark(value)` in the first file that has it. */
import { fileURLToPath } from 'node:url';
import { ownRulesDirectory } from '../../../src/rulebook/index.js';
import { loadRulebook } from '../../../src/rulebook/load.js';
import { programOf } from '../../support/audit-case.js';
import type { Files } from '../../support/inventory-of.js';
import { marked } from '../../support/program.js';

const { models } = loadRulebook([fileURLToPath(ownRulesDirectory())]).rulebook;

/**
 * @param files one file's text, or files by path of which the first calls `mark(…)`.
 * @returns `request.body high` and the like for each request origin, sorted; empty when none is a client's.
 */
export function requestOrigins(files: Files | string): string[] {
  const all = typeof files === 'string' ? { 'app.ts': files } : files;
  const program = programOf(all, models);
  const main = Object.keys(all).find((path) => all[path]!.includes('mark('))!;
  const { origins } = program.trace(marked(program, main), { sink: 'path' });
  const found = origins.filter((origin) => origin.kind === 'request');
  return [...new Set(found.map((origin) => `${/^request\.\w+/.exec(origin.detail)?.[0]} ${origin.confidence}`))].sort();
}
