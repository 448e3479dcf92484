/** The walk at a call: into what the function returns, or through what a library or the language does with its inputs. */
import type { FunctionRef } from '../../contracts/program.js';
import type { FlowModel } from '../../contracts/rules.js';
import { JOINS_LIST, KEEPS_ELEMENTS, RETURNS_CALLBACK_RESULT } from '../builtins.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import type { Sink } from '../../contracts/sinks.js';
import { argumentAt } from '../resolve/passed-values.js';
import { factOf } from '../value-graph.js';
import { filterBarrier, functionsAt, stepIntoCallback, stepThroughLibraryCallback } from './callbacks.js';
import { barrierBySchema } from './barriers/index.js';
import { barrierByReplacing, isPathJoin } from './barriers/results.js';
import { stepIntoInstance } from './fields.js';
import { frameOf } from './frames.js';
import { stepIntoNewPromise, stepIntoPromisified } from './promises.js';
import { stepIntoPropertyRead, stepIntoStateCall } from './state.js';
import { handsTargetOn, isUrlSink, joinedPositions, stepIntoUrlParts } from './url-positions.js';
import { ANY, ELEMENT, KEYS, type Visit, type Walk, enter, inside } from './visit.js';

/** What is kept under keys. */
const MAPS = new Set(['global:Map#', 'global:WeakMap#', 'global:URLSearchParams#', 'global:FormData#', 'global:Headers#']);
/** Methods that keep those elements for which a function says yes. */
const FILTERS = new Set(['filter', 'find', 'findLast']);

export function stepIntoCall(link: Linking, walk: Walk, visit: Visit, sink: Sink): void {
  const { ref } = visit;
  const fact = factOf(ref);
  if (fact.kind !== 'call') return;
  const calleeRef = sibling(ref, fact.callee);
  const paths = link.apiPaths(calleeRef);
  if (fact.isNew && (stepIntoInstance(link, walk, visit) > 0 || stepIntoNewPromise(link, walk, visit))) return;
  if (stepIntoStateCall(link, walk, visit) || stepIntoPropertyRead(link, walk, visit)) return;
  const functions = fact.isNew ? [] : functionsRun(link, visit);
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
  if (stepIntoPromisified(link, walk, visit, { file, id: callee.id })) return;
  if (declaration?.isGenerator === true) return stepIntoYields(walk, visit, file, callee.id, `is yielded by ${name}()`);
  if (returns.length === 0) return walk.end(visit, 'constant', '');
  for (const returned of returns) {
    walk.go(visit, { file, id: returned }, { frame: enter(visit.frame, visit.ref), text: `is returned by ${name}()`, toldAtTarget: true });
  }
}

/** What a generator gives to whoever iterates over it. */
function stepIntoYields(walk: Walk, visit: Visit, file: FileValue['file'], id: number, text: string): void {
  const [name, ...rest] = visit.path;
  const frame = enter(visit.frame, visit.ref);
  const yields = file.yieldsOf(id);
  for (const yielded of yields) {
    const fact = file.facts.values[yielded];
    if (fact?.kind !== 'yield' || fact.operand < 0) continue;
    const path = fact.delegates || name === undefined ? visit.path : rest;
    walk.go(visit, { file, id: fact.operand }, { path, frame, text, toldAtTarget: true });
  }
  if (yields.length === 0) walk.end(visit, 'constant', '');
}

/** The functions of the program that a call runs: for one that is a parameter, what the entered call passes there. */
function functionsRun(link: Linking, visit: Visit): readonly FunctionRef[] {
  const all = link.callees(visit.ref);
  const fact = factOf(visit.ref);
  const callee = fact.kind === 'call' ? factOf(sibling(visit.ref, fact.callee)) : null;
  if (all.length < 2 || callee?.kind !== 'reference') return all;
  const { file } = visit.ref;
  const writes = file.facts.bindings[callee.binding]?.writes ?? [];
  const parameter = writes.length === 1 ? file.facts.values[writes[0]!.value] : undefined;
  const entered = parameter?.kind === 'parameter' ? frameOf(link, visit.frame, { file, id: parameter.function }) : null;
  const passed = entered !== null && parameter?.kind === 'parameter' ? argumentAt(entered.call, parameter.index) : null;
  const functions = passed === null ? [] : functionsAt(link, passed);
  return functions.length > 0 ? functions : all;
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
  const change = { text: `goes through ${name.replace(/^global:/, '')}()`, path: JOINS_LIST.has(name) ? [] : visit.path };
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
  if (method === 'get' || method === 'getAll') return stepThroughGet(link, walk, visit, receiver);
  if (method === 'next' && visit.path[0] === 'value') {
    walk.go(visit, receiver, { path: inside(visit.path.slice(1), ELEMENT) });
    return true;
  }
  if (method === 'keys' && fact.args.length === 0) {
    walk.go(visit, receiver, { path: [KEYS] });
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
  if (method === 'concat' || method === 'with') fact.args.forEach((argument) => walk.go(visit, sibling(ref, argument), { text: 'is joined in' }));
  return true;
}

/** `map.get('name')`: under that name, or any. */
function stepThroughGet(link: Linking, walk: Walk, visit: Visit, receiver: FileValue): true {
  const fact = factOf(visit.ref);
  const keys = fact.kind === 'call' && fact.args[0] !== undefined ? link.constants(sibling(visit.ref, fact.args[0])) : null;
  const isMap = link.apiPaths(receiver).some((path) => MAPS.has(path));
  const name = isMap && keys?.length === 1 && keys[0] !== null ? String(keys[0]) : ELEMENT;
  walk.go(visit, receiver, { path: inside(visit.path, name), lossy: !isMap });
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
