/** The walk at a call: into what the function returns, or through what a library or the language does with its inputs. */
import type { FlowModel } from '../../contracts/rules.js';
import { KEEPS_ELEMENTS, RETURNS_CALLBACK_RESULT } from '../builtins.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { ANY, ELEMENT, KEYS, type Visit, type Walk, enter, inside } from './visit.js';

export function stepIntoCall(link: Linking, walk: Walk, visit: Visit, sink: string): void {
  const { ref } = visit;
  const fact = factOf(ref);
  if (fact.kind !== 'call') return;
  const calleeRef = sibling(ref, fact.callee);
  const paths = link.apiPaths(calleeRef);
  if (fact.isNew && stepIntoInstance(link, walk, visit)) return;
  const functions = fact.isNew ? [] : link.callees(ref);
  for (const callee of functions) stepIntoFunction(link, walk, visit, callee);
  const others = link.resolve(calleeRef).filter((entity) => entity.kind !== 'function' && entity.kind !== 'class');
  if (functions.length > 0 && others.every((entity) => entity.kind === 'unknown' || entity.kind === 'constant')) return;
  if (stepThroughKeys(walk, visit, paths)) return;
  const callee = factOf(calleeRef);
  const method = callee.kind === 'member' ? callee.name : null;
  const flow =
    paths.flatMap((path) => link.models.flows(path)).find((model) => (model.use === 'new') === fact.isNew) ??
    (method === null ? undefined : link.models.methodFlow(method));
  if (flow !== undefined) return stepThroughFlow(walk, visit, flow, sink, paths[0] ?? method ?? '');
  if (method !== null && stepThroughBuiltin(walk, visit, method)) return;
  stepThroughLibrary(link, walk, visit, paths[0] ?? link.describe(calleeRef));
}

function stepIntoFunction(link: Linking, walk: Walk, visit: Visit, callee: { file: unknown; id: number }): void {
  const file = callee.file as FileValue['file'];
  const declaration = file.facts.functions[callee.id];
  const returns = declaration?.returns ?? [];
  const fact = factOf(visit.ref);
  const name = fact.kind === 'call' ? link.describe(sibling(visit.ref, fact.callee)) : 'function';
  if (returns.length === 0) return walk.end(visit, 'constant', '');
  for (const returned of returns) {
    walk.go(visit, { file, id: returned }, { frame: enter(visit.frame, visit.ref), text: `is returned by ${name}()`, toldAtTarget: true });
  }
}

/** `new X(…).field` of a class of the program. */
function stepIntoInstance(link: Linking, walk: Walk, visit: Visit): boolean {
  const [name, ...rest] = visit.path;
  if (name === undefined) return false;
  const values = link
    .resolve(visit.ref)
    .flatMap((entity) => (entity.kind === 'instance' ? link.memberValues(entity, name) : []));
  for (const value of values) {
    walk.go(visit, value, { path: rest, frame: enter(visit.frame, visit.ref), text: `is kept in the field "${name}"` });
  }
  return values.length > 0;
}

/** `Object.keys`, `Object.values`, `Object.entries`. */
function stepThroughKeys(walk: Walk, visit: Visit, paths: readonly string[]): boolean {
  const fact = factOf(visit.ref);
  const path = paths.find((candidate) => /^global:Object\.(keys|values|entries)$/.test(candidate));
  if (fact.kind !== 'call' || path === undefined || fact.args[0] === undefined) return false;
  const argument = sibling(visit.ref, fact.args[0]);
  const inner = visit.path.slice(1);
  const wantsKey = inner[0] === '0' || inner[0] === undefined;
  const wantsValue = inner[0] === '1' || inner[0] === undefined;
  if (path.endsWith('keys') || (path.endsWith('entries') && wantsKey)) {
    walk.go(visit, argument, { path: [KEYS], text: 'its property names are listed' });
  }
  if (path.endsWith('values')) walk.go(visit, argument, { path: inside(inner, ANY) });
  if (path.endsWith('entries') && wantsValue) walk.go(visit, argument, { path: inside(inner.slice(1), ANY) });
  return true;
}

function stepThroughFlow(walk: Walk, visit: Visit, flow: FlowModel, sink: string, name: string): void {
  if (flow.sanitizes.includes('all')) return walk.end(visit, 'numeric', name);
  const covers = flow.sanitizes.includes(sink) || (sink === 'sql' && flow.sanitizes.includes('sql-identifier'));
  if (covers) return walk.end(visit, 'sanitized', name);
  const { ref } = visit;
  const fact = factOf(ref);
  if (fact.kind !== 'call') return;
  const callee = factOf(sibling(ref, fact.callee));
  const change = { text: `goes through ${name.replace(/^global:/, '')}()`, path: visit.path };
  let followed = 0;
  const go = (id: number | undefined) => {
    if (id === undefined) return;
    followed += 1;
    walk.go(visit, sibling(ref, id), change);
  };
  for (const input of flow.from) {
    if (typeof input === 'number') go(fact.args[input]);
    else if (input === 'receiver') go(callee.kind === 'member' ? callee.object : undefined);
    else if (input === 'rest') fact.args.forEach(go);
    else if (input === 'callback') followed += stepIntoCallback(walk, visit);
  }
  if (followed === 0) walk.end(visit, flow.from.includes('none') ? 'constant' : 'library', name);
}

/** What the functions written as arguments return. */
function stepIntoCallback(walk: Walk, visit: Visit): number {
  const fact = factOf(visit.ref);
  if (fact.kind !== 'call') return 0;
  let followed = 0;
  const [name, ...rest] = visit.path;
  for (const argument of fact.args) {
    const value = factOf(sibling(visit.ref, argument));
    if (value.kind !== 'function') continue;
    for (const returned of visit.ref.file.facts.functions[value.function]?.returns ?? []) {
      followed += 1;
      const path = name === ELEMENT ? rest : visit.path;
      walk.go(visit, sibling(visit.ref, returned), { path, text: 'is returned by a callback' });
    }
  }
  return followed;
}

function stepThroughBuiltin(walk: Walk, visit: Visit, method: string): boolean {
  const { ref } = visit;
  const fact = factOf(ref);
  if (fact.kind !== 'call') return false;
  const callee = factOf(sibling(ref, fact.callee));
  if (callee.kind !== 'member') return false;
  const receiver = sibling(ref, callee.object);
  if (method === 'get' || method === 'getAll') {
    walk.go(visit, receiver, { path: inside(visit.path, ELEMENT), lossy: true });
    return true;
  }
  if (RETURNS_CALLBACK_RESULT.has(method) && stepIntoCallback(walk, visit) > 0) {
    if (method === 'catch' || method === 'replace' || method === 'replaceAll') walk.go(visit, receiver);
    return true;
  }
  if (!KEEPS_ELEMENTS.has(method)) return false;
  const takesOne = method === 'find' || method === 'findLast' || method === 'at' || method === 'pop' || method === 'shift';
  walk.go(visit, receiver, { path: takesOne ? inside(visit.path, ELEMENT) : visit.path });
  if (method === 'concat') fact.args.forEach((argument) => walk.go(visit, sibling(ref, argument), { text: 'is joined in' }));
  return true;
}

/** Nothing is known of the function: its result is its own, and may carry any of its inputs. */
function stepThroughLibrary(link: Linking, walk: Walk, visit: Visit, name: string): void {
  const { ref } = visit;
  const fact = factOf(ref);
  if (fact.kind !== 'call') return;
  walk.end({ ...visit, lossy: true }, 'library', name);
  const change = { path: [], lossy: true, text: `is given to ${name}()` };
  for (const argument of fact.args) {
    const value = sibling(ref, argument);
    if (factOf(value).kind !== 'function' && factOf(value).kind !== 'literal') walk.go(visit, value, change);
  }
  const callee = factOf(sibling(ref, fact.callee));
  if (callee.kind !== 'member') return;
  const receiver = indexed(sibling(ref, callee.object));
  if (!link.resolve(receiver).some((entity) => entity.kind === 'api' && entity.path.startsWith('global:'))) {
    walk.go(visit, receiver, change);
  }
}
