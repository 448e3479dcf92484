/** The walk at what the language's own methods and functions do with lists, maps, texts and objects. */
import { KEEPS_ELEMENTS, RETURNS_CALLBACK_RESULT } from '../builtins.js';
import type { ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { filterBarrier, functionsAt, stepIntoCallback, stepThroughLibraryCallback } from './callbacks.js';
import type { Invocation } from './invocations.js';
import { isFilledBehindHost, isUrlSink, joinedPositions, stepIntoUrlParts } from './url-positions.js';
import { ANY, ELEMENT, KEYS, type Visit, type Walk, inside } from './visit.js';

/** What is kept under keys. */
const MAPS = new Set(['global:Map#', 'global:WeakMap#', 'global:URLSearchParams#', 'global:FormData#', 'global:Headers#']);
/** Methods that keep those elements for which a function says yes. */
const FILTERS = new Set(['filter', 'find', 'findLast']);
/** Methods that give one element. */
const GIVES_ONE = new Set(['find', 'findLast', 'at', 'pop', 'shift']);

/** What the method of this name does on a list, a map or a text of which no model speaks. Whether it is one of the language's. */
export function stepThroughBuiltin(link: Linking, walk: Walk, visit: Visit, { method, receiver, args }: Invocation): boolean {
  if (method === null || receiver === null) return false;
  if (method === 'get' || method === 'getAll') return stepThroughGet(link, walk, visit, receiver);
  if (method === 'next' && visit.path[0] === 'value') return on(walk, visit, receiver, inside(visit.path.slice(1), ELEMENT));
  if (method === 'keys' && args.length === 0) return on(walk, visit, receiver, [KEYS]);
  if (method === 'entries' && args.length === 0) return stepThroughEntries(link, walk, visit, receiver);
  if (method === 'exec') return stepThroughExec(link, walk, visit, receiver, args[0]);
  if (method === 'from') return stepThroughArrayFrom(link, walk, visit);
  if (method === 'map' && stepThroughLibraryCallback(link, walk, visit, receiver, args[0])) return true;
  if (RETURNS_CALLBACK_RESULT.has(method) && stepIntoCallback(link, walk, visit) > 0) {
    if (method === 'catch' || method === 'replace' || method === 'replaceAll') walk.go(visit, receiver);
    return true;
  }
  if (!KEEPS_ELEMENTS.has(method)) return false;
  const barrier = FILTERS.has(method) ? filterBarrier(link, visit, walk.sink) : null;
  if (barrier !== null) {
    walk.end(visit, barrier, '');
    return true;
  }
  walk.go(visit, receiver, { path: GIVES_ONE.has(method) ? inside(visit.path, ELEMENT) : visit.path });
  if (method === 'concat' || method === 'with') args.forEach((argument) => walk.go(visit, argument, { text: 'is joined in' }));
  return true;
}

function on(walk: Walk, visit: Visit, value: FileValue, path: readonly string[]): true {
  walk.go(visit, value, { path });
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

/** `list.entries()`, `map.entries()`: pairs of a position or key, and what stands there. */
function stepThroughEntries(link: Linking, walk: Walk, visit: Visit, receiver: FileValue): true {
  const [part, ...rest] = visit.path.slice(1);
  const hasKeys = link.apiPaths(receiver).some((path) => MAPS.has(path));
  if (part !== '1' && hasKeys) walk.go(visit, receiver, { path: [KEYS] });
  if (part === '0' && !hasKeys) walk.end(visit, 'numeric', '');
  if (part !== '0') walk.go(visit, receiver, { path: inside(rest, ELEMENT) });
  return true;
}

/** `/a(.*)/.exec(text)`: parts of the text. Other things have methods of this name that run a command or a query. */
function stepThroughExec(link: Linking, walk: Walk, visit: Visit, receiver: FileValue, text: FileValue | undefined): boolean {
  const isExpression = text !== undefined && link.sourcesOf(receiver).some((source) => isRegularExpression(link, source));
  if (isExpression) walk.go(visit, text, { path: [], text: 'is matched' });
  return isExpression;
}

function isRegularExpression(link: Linking, value: ValueRef): boolean {
  const fact = factOf(value);
  if (fact.kind === 'literal') return fact.type === 'regexp';
  return fact.kind === 'call' && link.apiPaths(sibling(value, fact.callee)).includes('global:RegExp');
}

/** `Array.from(source, callback)`; `Buffer.from(text)` and the like are not meant. */
function stepThroughArrayFrom(link: Linking, walk: Walk, visit: Visit): boolean {
  const fact = factOf(visit.ref);
  if (fact.kind !== 'call' || !link.apiPaths(sibling(visit.ref, fact.callee)).includes('global:Array.from')) return false;
  if (fact.args.length > 1 && stepIntoCallback(link, walk, visit) > 0) return true;
  if (fact.args[0] !== undefined) walk.go(visit, sibling(visit.ref, fact.args[0]));
  return fact.args[0] !== undefined;
}

/** `Object.keys`, `Object.values`, `Object.entries`. */
export function stepThroughKeys(walk: Walk, visit: Visit, paths: readonly string[]): boolean {
  const fact = factOf(visit.ref);
  const path = paths.find((candidate) => /^global:Object\.(keys|values|entries)$/.test(candidate));
  if (fact.kind !== 'call' || path === undefined || fact.args[0] === undefined) return false;
  const argument = sibling(visit.ref, fact.args[0]);
  const inner = visit.path.slice(1);
  const wantsKey = inner[0] === '0' || inner[0] === undefined;
  const wantsValue = inner[0] === '1' || inner[0] === undefined;
  if (path.endsWith('keys') || (path.endsWith('entries') && wantsKey)) {
    // In a document store's filter only an object does harm.
    if (walk.sink === 'nosql' && !visit.parsed) walk.end(visit, 'sanitized', 'a property name');
    else walk.go(visit, argument, { path: [KEYS], text: 'its property names are listed' });
  }
  if (path.endsWith('values')) walk.go(visit, argument, { path: inside(inner, ANY) });
  if (path.endsWith('entries') && wantsValue) walk.go(visit, argument, { path: inside(inner.slice(1), ANY) });
  return true;
}

/** `route.replace(/:(\w+)/g, (_, name) => params[name])`, `route.replace(':id', id)`: what is put in somewhere in an address stands behind its beginning. */
export function stepIntoFilledUrl(link: Linking, walk: Walk, visit: Visit, { method, receiver, args }: Invocation): boolean {
  if (!isUrlSink(walk.sink) || receiver === null || (method !== 'replace' && method !== 'replaceAll')) return false;
  const [pattern, given] = args;
  if (pattern === undefined || given === undefined) return false;
  const isBehind = functionsAt(link, given).length > 0 || isFilledBehindHost(link, receiver, pattern, walk.sink);
  return isBehind && on(walk, visit, receiver, visit.path);
}

/** `[base, path].join('/')`: only what may name the host is followed. */
export function stepIntoJoinedUrl(link: Linking, walk: Walk, visit: Visit): boolean {
  if (!isUrlSink(walk.sink)) return false;
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
