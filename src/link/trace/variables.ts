/** The walk at a name: what was assigned to it, put into it, or imported under it. */
import { ADDS_TO_RECEIVER } from '../builtins.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { importedValues } from '../resolve/reference.js';
import { stepIntoArguments } from './passed.js';
import { factOf } from '../value-graph.js';
import { barrierByReplacement } from './barriers/index.js';
import { isUrlSink, namesHost } from './url-positions.js';
import { ANY, ELEMENT, KEYS, type Visit, type Walk } from './visit.js';

const MAXIMUM_USES = 200;

export function stepIntoReference(link: Linking, walk: Walk, visit: Visit): void {
  const { ref } = visit;
  const fact = factOf(ref);
  if (fact.kind !== 'reference') return;
  if (fact.binding < 0) {
    if (fact.name === 'arguments') return stepIntoArguments(link, walk, visit);
    if (fact.name === 'undefined' || fact.name === 'NaN' || fact.name === 'Infinity') return walk.end(visit, 'constant', '');
    return walk.end(visit, 'library', `global ${fact.name}`);
  }
  const binding = ref.file.facts.bindings[fact.binding];
  if (binding === undefined) return walk.end(visit, 'unknown', fact.name);
  if (binding.kind === 'import') return stepIntoImport(link, walk, visit, fact.binding, fact.name);
  if (binding.kind === 'function' || binding.kind === 'class') return walk.end(visit, 'constant', '');
  const definitions = link.definitionsAt(ref.file, ref.id);
  for (const definition of definitions) {
    const barrier = walk.seesThrough || definitions.length < 2 ? null : barrierByReplacement(link, ref, indexed(definition), walk.sink, visit.beneath);
    if (barrier !== null) {
      walk.end(visit, barrier, '');
      continue;
    }
    const isParameter = factOf(definition).kind === 'parameter';
    walk.go(visit, definition, { text: isParameter ? '' : `is kept in "${fact.name}"` });
  }
  const additions = additionsTo(link, walk, visit, fact.binding);
  if (definitions.length === 0 && additions === 0) walk.end(visit, 'unknown', fact.name);
}

function stepIntoImport(link: Linking, walk: Walk, visit: Visit, binding: number, name: string): void {
  const { file } = visit.ref;
  const imported = file.importOf(binding);
  if (imported?.kind === 'namespace' && visit.path.length > 0) {
    const target = link.modules.resolve(file, imported.specifier);
    if (target.kind === 'file') {
      const values = link.exportedValues(target.file as FileValue['file'], visit.path[0]!);
      for (const value of values) walk.go(visit, value, { path: visit.path.slice(1), text: `is exported as "${visit.path[0]}"` });
      if (values.length > 0) return;
    }
  }
  const values = importedValues(link, file, binding);
  for (const value of values) walk.go(visit, value, { text: `is exported as "${name}"` });
  if (values.length === 0) walk.end(visit, 'library', imported?.specifier ?? name);
}

/** `list.push(x)`, `map.set(k, x)`, `object.name = x`: what was put into the variable's content. */
function additionsTo(link: Linking, walk: Walk, visit: Visit, binding: number): number {
  const { file } = visit.ref;
  const [name, ...rest] = visit.path;
  let count = 0;
  for (const use of (file.facts.bindings[binding]?.uses ?? []).slice(0, MAXIMUM_USES)) {
    for (const write of file.memberWritesOn(use)) {
      if (name === KEYS && write.index >= 0) walk.go(visit, sibling(visit.ref, write.index), { path: [] });
      const fits = name === undefined || name === ANY || name === ELEMENT || write.name === null || write.name === name;
      if (!fits || name === KEYS || (name === undefined && isUrlSink(walk.sink) && !namesHost(write.name))) continue;
      walk.go(visit, sibling(visit.ref, write.value), { path: rest, text: `is stored in ${link.describe(sibling(visit.ref, use))}` });
      count += 1;
    }
    for (const added of addedBy(sibling(visit.ref, use))) {
      const isElement = name === ELEMENT || name === ANY || (name !== undefined && /^\d+$/.test(name));
      if (name !== undefined && !isElement) continue;
      walk.go(visit, added, { path: rest, text: `is added to ${link.describe(sibling(visit.ref, use))}` });
      count += 1;
    }
  }
  return count;
}

/** Arguments that a method call on this use puts into it. */
function addedBy(use: FileValue): FileValue[] {
  const { file } = use;
  const memberId = file.parentOf(use.id);
  const member = memberId < 0 ? undefined : file.facts.values[memberId];
  if (member?.kind !== 'member' || member.object !== use.id || member.name === null) return [];
  const from = ADDS_TO_RECEIVER.get(member.name);
  const callId = from === undefined ? -1 : file.parentOf(memberId);
  const call = callId < 0 ? undefined : file.facts.values[callId];
  if (from === undefined || call?.kind !== 'call' || call.callee !== memberId) return [];
  return call.args.slice(from).map((argument) => indexed(sibling(use, argument)));
}
