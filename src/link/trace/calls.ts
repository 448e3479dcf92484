/** The walk at a call: into what the function returns, or through what a library or the language does with its inputs. */
import type { FlowModel } from '../../contracts/rules.js';
import { KEEPS_ELEMENTS, RETURNS_CALLBACK_RESULT } from '../builtins.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import type { Sink } from '../../contracts/sinks.js';
import { factOf } from '../value-graph.js';
import { filterBarrier, stepIntoCallback, stepThroughLibraryCallback } from './callbacks.js';
import { barrierBySchema } from './barriers/index.js';
import { barrierByReplacing, isPathJoin } from './barriers/results.js';
import { handsTargetOn, isUrlSink, joinedPositions, stepIntoUrlParts } from './url-positions.js';
import { ANY, ELEMENT, KEYS, type Visit, type Walk, enter, inside } from './visit.js';

/** Methods that keep those elements for which a function says yes. */
const FILTERS = new Set(['filter', 'find', 'findLast']);

export function stepIntoCall(link: Linking, walk: Walk, visit: Visit, sink: Sink): void {
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
  const replaced = walk.seesThrough ? null : barrierByReplacing(link, ref, sink, visit.beneath);
  if (replaced !== null) return walk.end(visit, replaced, '');
  if (isUrlSink(walk.sink) && stepIntoJoinedUrl(link, walk, visit)) return;
  const callee = factOf(calleeRef);
  const method = callee.kind === 'member' ? callee.name : null;
  const flow =
    paths.flatMap((path) => link.models.flows(path)).find((model) => (model.use === 'new') === fact.isNew) ??
    (method === null ? undefined : link.models.methodFlow(method));
  if (flow !== undefined) return stepThroughFlow(link, walk, visit, flow, sink, paths[0] ?? method ?? '');
  if (method !== null && stepThroughBuiltin(link, walk, visit, method, sink)) return;
  if (stepThroughSchema(link, walk, visit)) return;
  stepThroughLibrary(link, walk, visit, paths[0] ?? link.describe(calleeRef));
}

/** `schema.parse(input)` gives its input, checked. The schema is no source of the data; it may have dozens of parts. */
function stepThroughSchema(link: Linking, walk: Walk, visit: Visit): boolean {
  const parse = link.rolesAt(visit.ref).find((site) => site.role === 'schema.parse');
  const input = parse === undefined ? null : link.argument(parse, 'input');
  if (parse === undefined || input === null) return false;
  const isResult = visit.path[0] === 'data' || visit.path[0] === 'value' || visit.path[0] === 'output';
  const schema = walk.seesThrough ? null : link.argument(parse, 'schema');
  const barrier = schema === null ? null : barrierBySchema(link, schema, isResult ? visit.path.slice(1) : visit.path, walk.sink, visit.beneath);
  if (barrier !== null) {
    walk.end(visit, barrier, `${parse.path}()`);
    return true;
  }
  walk.go(visit, input, { path: isResult ? visit.path.slice(1) : visit.path, lossy: true, text: `is checked by ${parse.path}()` });
  return true;
}

/** A tag that joins texts and parts as they are: `String.raw`, `dedent`. */
export function joinsText(link: Linking, template: FileValue): boolean {
  return link.rolesAt(template).some((site) => site.role === 'text.tag.joining');
}

/** A tag of the program is a function that is called with the template's texts and parts. */
export function stepIntoTag(link: Linking, walk: Walk, visit: Visit): boolean {
  const functions = link.callees(visit.ref);
  for (const callee of functions) stepIntoFunction(link, walk, visit, callee);
  return functions.length > 0;
}

function stepIntoFunction(link: Linking, walk: Walk, visit: Visit, callee: { file: unknown; id: number }): void {
  const file = callee.file as FileValue['file'];
  const declaration = file.facts.functions[callee.id];
  const returns = declaration?.returns ?? [];
  const fact = factOf(visit.ref);
  const calleeId = fact.kind === 'call' ? fact.callee : fact.kind === 'template' ? fact.tag : -1;
  const name = calleeId >= 0 ? link.describe(sibling(visit.ref, calleeId)) : 'function';
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

/** `[base, path].join('/')`: only what may name the host is followed. */
function stepIntoJoinedUrl(link: Linking, walk: Walk, visit: Visit): boolean {
  const fact = factOf(visit.ref);
  const callee = fact.kind === 'call' ? factOf(sibling(visit.ref, fact.callee)) : null;
  if (fact.kind !== 'call' || callee?.kind !== 'member' || callee.name !== 'join') return false;
  const list = sibling(visit.ref, callee.object);
  const separator = fact.args[0] === undefined ? ',' : link.constants(sibling(visit.ref, fact.args[0]))?.[0];
  const elements = factOf(list);
  if (elements.kind !== 'array' || typeof separator !== 'string') return false;
  stepIntoUrlParts(walk, visit, elements.elements, joinedPositions(link, list, separator, walk.sink), 'is joined into a text');
  return true;
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

function stepThroughFlow(link: Linking, walk: Walk, visit: Visit, flow: FlowModel, sink: Sink, name: string): void {
  if (flow.sanitizes.includes('all')) return walk.seesThrough ? stepThroughLibrary(link, walk, visit, name) : walk.end(visit, 'numeric', name);
  const covers = flow.sanitizes.includes(sink) || (sink === 'sql' && flow.sanitizes.includes('sql-identifier'));
  if (covers) return walk.end(visit, 'sanitized', name);
  const { ref } = visit;
  const fact = factOf(ref);
  if (fact.kind !== 'call') return;
  const callee = factOf(sibling(ref, fact.callee));
  const change = { text: `goes through ${name.replace(/^global:/, '')}()`, path: visit.path };
  let followed = 0;
  const isJoin = sink === 'path' && isPathJoin(link, ref);
  const go = (id: number | undefined, beneath = false) => {
    if (id === undefined) return;
    followed += 1;
    walk.go(visit, sibling(ref, id), { ...change, beneath });
  };
  for (const input of flow.from) {
    if (typeof input === 'number') go(fact.args[input]);
    else if (input === 'receiver') go(callee.kind === 'member' ? callee.object : undefined);
    else if (input === 'rest') fact.args.forEach((id, index) => go(id, index > 0 && isJoin));
    else if (input === 'callback') followed += stepIntoCallback(link, walk, visit);
  }
  if (followed === 0) walk.end(visit, flow.from.includes('none') ? 'constant' : 'library', name);
}

function stepThroughBuiltin(link: Linking, walk: Walk, visit: Visit, method: string, sink: Sink): boolean {
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
  if (method === 'from') return stepThroughArrayFrom(link, walk, visit);
  if (method === 'map' && stepThroughLibraryCallback(link, walk, visit, sink)) return true;
  if (RETURNS_CALLBACK_RESULT.has(method) && stepIntoCallback(link, walk, visit) > 0) {
    if (method === 'catch' || method === 'replace' || method === 'replaceAll') walk.go(visit, receiver);
    return true;
  }
  if (!KEEPS_ELEMENTS.has(method)) return false;
  const barrier = FILTERS.has(method) ? filterBarrier(link, visit, sink) : null;
  if (barrier !== null) {
    walk.end(visit, barrier, '');
    return true;
  }
  const takesOne = method === 'find' || method === 'findLast' || method === 'at' || method === 'pop' || method === 'shift';
  walk.go(visit, receiver, { path: takesOne ? inside(visit.path, ELEMENT) : visit.path });
  if (method === 'concat') fact.args.forEach((argument) => walk.go(visit, sibling(ref, argument), { text: 'is joined in' }));
  return true;
}

/** `Array.from(source, callback)`; `Buffer.from(text)` and the like are not meant. */
function stepThroughArrayFrom(link: Linking, walk: Walk, visit: Visit): boolean {
  const fact = factOf(visit.ref);
  if (fact.kind !== 'call' || !link.apiPaths(sibling(visit.ref, fact.callee)).includes('global:Array.from')) return false;
  if (fact.args.length > 1 && stepIntoCallback(link, walk, visit) > 0) return true;
  if (fact.args[0] !== undefined) walk.go(visit, sibling(visit.ref, fact.args[0]));
  return fact.args[0] !== undefined;
}

/** Nothing is known of the function: its result is its own, and may carry any of its inputs. */
function stepThroughLibrary(link: Linking, walk: Walk, visit: Visit, name: string): void {
  const { ref } = visit;
  const fact = factOf(ref);
  if (fact.kind !== 'call') return;
  walk.end({ ...visit, lossy: true }, 'library', name);
  if (!handsTargetOn(walk.sink, name)) return;
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
