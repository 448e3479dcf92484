/** `tracing.too-late`: libraries that tracing is to patch are loaded before it starts, so that nothing of them is recorded. */
import type { LinkedFile, RoleSite } from '../../../contracts/program.js';
import { NO, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { listenSites } from '../servers/servers.js';
import type { Predicate } from '../index.js';

/** Roles of the libraries whose calls a trace is made of. */
const PATCHED = ['http.app.create', 'datastore.client.create', 'db.pool.create', 'http.server.listen'];

export const tracingTooLate: Predicate = (_site, _operand, evaluation) => {
  const { program } = evaluation;
  const patched = new Set(evaluation.roleSites(PATCHED, 'wide').map((site) => site.path.split(':')[0]!));
  const starts = evaluation.roleSites(['tracing.start'], 'own');
  for (const file of new Set(listenSites(evaluation).map((site) => site.value.file))) {
    const late = lateIn(file, starts, patched, evaluation);
    if (late !== null) return yes({ values: { value: late.specifier }, related: [{ location: program.locationOf(file, late.start, late.start), text: `loads ${late.specifier} first` }] });
  }
  return NO;
};

interface Load {
  specifier: string;
  start: number;
  /** An `import` declaration: it is run before the rest of the file. */
  hoisted: boolean;
}

function lateIn(entry: LinkedFile, starts: readonly RoleSite[], patched: ReadonlySet<string>, evaluation: Evaluation): Load | null {
  const loads = loadsOf(entry);
  const start = starts[0];
  if (start === undefined) return null;
  const here = starts.find(({ value }) => value.file === entry && entry.functionAt(entry.facts.values[value.id]!.start) === 0);
  const before = here === undefined ? loadedBefore(entry, start.value.file, loads, evaluation) : loads.filter((load) => load.hoisted || load.start < entry.facts.values[here.value.id]!.start);
  return before.find((load) => patched.has(packageOf(load.specifier))) ?? null;
}

/** What the entry loads before the file that starts tracing, where it loads that itself. */
function loadedBefore(entry: LinkedFile, starter: LinkedFile, loads: readonly Load[], { program }: Evaluation): Load[] {
  if (!program.importersOf(starter).includes(entry)) return [];
  const name = starter.facts.path.replace(/^.*\//, '').replace(/\.\w+$/, '');
  const at = loads.find((load) => load.specifier.startsWith('.') && load.specifier.replace(/\.\w+$/, '').endsWith(`/${name}`));
  return at === undefined ? [] : loads.filter((load) => load.start < at.start && (load.hoisted || !at.hoisted));
}

function loadsOf({ facts, moduleValues }: LinkedFile): Load[] {
  const declared = facts.imports.filter((fact) => !fact.typeOnly && fact.kind !== 'equals').map(({ specifier, start }) => ({ specifier, start, hoisted: true }));
  const called = moduleValues.map(({ id, specifier }) => ({ specifier, start: facts.values[id]!.start, hoisted: false }));
  return [...declared, ...called].sort((a, b) => a.start - b.start);
}

/** `@scope/name/deep` → `@scope/name`; `node:http` → `http`. */
function packageOf(specifier: string): string {
  const parts = specifier.replace(/^node:/, '').split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
}
