/** The walk at a method that runs a function on its receiver's content: what the function returns, and what it lets through. */
import type { FunctionRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import type { Sink } from '../../contracts/sinks.js';
import { factOf } from '../value-graph.js';
import { type BarrierKind, barrierByPredicate, subjectOf } from './barriers/index.js';
import { ELEMENT, type Visit, type Walk, enter } from './visit.js';

const MAXIMUM_FUNCTIONS = 8;

/** What the functions given as arguments return: written in place, or named. The number of results followed. */
export function stepIntoCallback(link: Linking, walk: Walk, visit: Visit): number {
  const fact = factOf(visit.ref);
  if (fact.kind !== 'call') return 0;
  const [name, ...rest] = visit.path;
  let followed = 0;
  for (const argument of fact.args) {
    const isNamed = factOf(sibling(visit.ref, argument)).kind !== 'function';
    for (const callback of functionsAt(link, sibling(visit.ref, argument))) {
      const { file } = indexed({ file: callback.file, id: 0 });
      for (const returned of file.facts.functions[callback.id]?.returns ?? []) {
        followed += 1;
        walk.go(visit, { file, id: returned }, { path: name === ELEMENT ? rest : visit.path, frame: isNamed ? enter(visit.frame, visit.ref, callback) : visit.frame, text: 'is returned by a callback' });
      }
    }
  }
  return followed;
}

/** `list.map(Number)`, `list.map(escape)`: a function of the language or a library is run on each element. */
export function stepThroughLibraryCallback(link: Linking, walk: Walk, visit: Visit, list: FileValue, callback: FileValue | undefined): boolean {
  if (callback === undefined) return false;
  const { sink } = walk;
  const paths = link.apiPaths(callback);
  const flow = paths.flatMap((path) => link.models.flows(path)).find((model) => model.use === 'call');
  const roles = paths.flatMap((path) => link.models.roleEntries('call', path)).map((entry) => entry.role);
  const sanitizes = [...(flow?.sanitizes ?? []), ...roles.flatMap((role) => /^sanitize\.(.+)$/.exec(role)?.[1] ?? [])];
  const name = paths[0] ?? '';
  if (sanitizes.includes('all') && !walk.seesThrough) walk.end(visit, 'numeric', name);
  else if (sanitizes.includes(sink)) walk.end(visit, 'sanitized', name);
  else if (flow?.from.includes('none')) walk.end(visit, 'constant', name);
  else if (flow?.from.includes(0) || flow?.from.includes('rest')) walk.go(visit, list, { text: `goes through ${name.replace(/^global:/, '')}()` });
  else return false;
  return true;
}

/** Whether a filter lets only elements through that are checked: `names.filter((name) => ALLOWED.includes(name))`. */
export function filterBarrier(link: Linking, visit: Visit, sink: Sink): BarrierKind | null {
  const fact = factOf(visit.ref);
  if (fact.kind !== 'call' || fact.args[0] === undefined) return null;
  const functions = functionsAt(link, sibling(visit.ref, fact.args[0]));
  const predicate = functions[0];
  if (predicate === undefined || functions.length > 1) return null;
  const subject = subjectOf(link, indexed({ file: predicate.file, id: 0 }).file, checkedBinding(visit, predicate));
  return subject === null ? null : barrierByPredicate(link, predicate, subject, sink);
}

/** The variable that holds what is asked for: the parameter, or the part of it (`([name]) => …`) that the path leads to. */
function checkedBinding(visit: Visit, predicate: FunctionRef): number {
  const { facts } = predicate.file;
  const parameter = facts.functions[predicate.id]?.parameters[0];
  if (parameter === undefined || parameter.binding >= 0) return parameter?.binding ?? -1;
  const part = visit.path[0] === ELEMENT ? visit.path[1] : undefined;
  return facts.bindings.findIndex(({ writes }) => {
    const written = writes.length === 1 ? facts.values[writes[0]!.value] : undefined;
    return written?.kind === 'member' && written.object === parameter.value && written.name === part;
  });
}

/** Functions of the program that the value may be. */
export function functionsAt(link: Linking, value: FileValue): FunctionRef[] {
  const fact = factOf(value);
  if (fact.kind === 'function') return [{ file: value.file, id: fact.function }];
  if (fact.kind !== 'reference' && fact.kind !== 'member') return [];
  return link
    .resolve(value)
    .flatMap((entity) => (entity.kind === 'function' ? [entity.ref] : []))
    .slice(0, MAXIMUM_FUNCTIONS);
}
