/** The walk at a call: into what the function returns, or through what a library or the language does with its inputs. */
import type { FlowModel } from '../../contracts/models.js';
import type { ValueRef } from '../../contracts/program.js';
import { JOINS_LIST } from '../builtins.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { stepIntoAssembled } from './assembled.js';
import { barrierBySchema } from './barriers/index.js';
import { isRootedPath } from './barriers/quotes.js';
import { barrierByGroup, barrierByReplacing, isEncodedBuffer, isOneName, isPathJoin } from './barriers/results.js';
import { pathInInput, schemaCheckAt } from './barriers/schema-checks.js';
import { stepIntoFilledUrl, stepIntoJoinedUrl, stepThroughBuiltin, stepThroughKeys } from './builtin-methods.js';
import { stepIntoCallback } from './callbacks.js';
import { stepIntoInstance } from './fields.js';
import { functionsRun, stepIntoFunction } from './function-results.js';
import { takenOut } from './list-places.js';
import { type Invocation, invocationOf } from './invocations.js';
import { stepIntoNewPromise } from './promises.js';
import { stepIntoPropertyRead, stepIntoStateCall } from './state.js';
import { handsTargetOn, standsBehindHost, stepIntoReplacedHost, isJoinedOnOwnSite } from './url-positions.js';
import { ELEMENT, type Visit, type Walk, inside } from './visit.js';

export function stepIntoCall(link: Linking, walk: Walk, visit: Visit): void {
  const { ref } = visit;
  const fact = factOf(ref);
  if (fact.kind !== 'call') return;
  if (fact.isNew && (stepIntoInstance(link, walk, visit) > 0 || stepIntoNewPromise(link, walk, visit))) return;
  if (isMadeEmpty(ref)) return walk.end(visit, 'constant', '');
  const taken = takenOut(link, ref);
  if (taken !== null) return walk.go(visit, taken, { text: `is taken out by ${link.describe(ref)}` });
  if (stepIntoStateCall(link, walk, visit) || stepIntoPropertyRead(link, walk, visit)) return;
  stepIntoReplacedHost(link, walk, visit);
  const functions = fact.isNew ? [] : functionsRun(link, visit);
  for (const callee of functions) stepIntoFunction(link, walk, visit, callee);
  const others = link.resolve(sibling(ref, fact.callee)).filter((entity) => entity.kind !== 'function' && entity.kind !== 'class');
  if (functions.length > 0 && others.every((entity) => entity.kind === 'unknown' || entity.kind === 'constant')) return;
  stepThroughUnwritten(link, walk, visit, fact.isNew);
}

/** `new Map()`: what is put into it is looked at by itself. */
function isMadeEmpty(ref: FileValue): boolean {
  const fact = factOf(ref);
  const callee = fact.kind === 'call' && fact.isNew && fact.args.length === 0 ? factOf(sibling(ref, fact.callee)) : null;
  return callee?.kind === 'reference' && callee.binding < 0 && COLLECTIONS.has(callee.name);
}

const COLLECTIONS: ReadonlySet<string> = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Array', 'Object', 'URLSearchParams', 'Headers', 'FormData']);

/** Through a function that is no part of the program. */
function stepThroughUnwritten(link: Linking, walk: Walk, visit: Visit, isNew: boolean): void {
  const invocation = invocationOf(link, visit.ref);
  if (invocation === null || stepThroughKeys(walk, visit, invocation.paths)) return;
  if (standsBehindHost(walk.sink, invocation.paths, visit.path[0])) return walk.end(visit, 'sanitized', 'the query of an address');
  const replaced = walk.seesThrough ? null : (barrierByReplacing(link, visit.ref, walk.sink, visit.beneath) ?? barrierByGroup(link, visit.ref, visit.path[0], walk.sink, visit.beneath));
  if (replaced !== null) return walk.end(visit, replaced, '');
  if (!walk.seesThrough && !visit.parsed && isEncodedBuffer(link, visit, walk.sink)) return walk.end(visit, 'sanitized', 'an encoded text');
  if (walk.sink === 'path' && isOneName(link, visit.ref, visit.path[0], visit.beneath)) return walk.end(visit, 'sanitized', 'one name of a path');
  if (walk.sink === 'path' && visit.beneath && isRootedPath(link, visit.ref)) return walk.end(visit, 'sanitized', 'a path without steps back');
  if (stepIntoJoinedUrl(link, walk, visit) || stepIntoFilledUrl(link, walk, visit, invocation) || stepIntoAssembled(link, walk, visit, invocation)) return;
  const { paths, method } = invocation;
  const flow =
    paths.flatMap((path) => link.models.flows(path)).find((model) => (model.use === 'new') === isNew) ??
    (method === null ? undefined : link.models.methodFlow(method));
  if (flow !== undefined) return stepThroughFlow(link, walk, visit, flow, invocation);
  if (stepThroughBuiltin(link, walk, visit, invocation)) return;
  if (stepThroughSchema(link, walk, visit)) return;
  stepThroughLibrary(link, walk, visit, invocation);
}

/** `schema.parse(input)` gives its input, checked. The schema is no source of the data; it may have dozens of parts. */
function stepThroughSchema(link: Linking, walk: Walk, visit: Visit): boolean {
  const check = schemaCheckAt(link, visit.ref);
  if (check === null || check.input === null || check.refuses === 'by-answer' || check.site.role === 'schema.class.check') return false;
  // What tells why it was refused is an object.
  if (walk.endsAtObjects && check.refuses === 'in-result' && TELLS_WHY.test(visit.path.join('.'))) {
    walk.end(visit, 'sanitized', 'JSON');
    return true;
  }
  const path = pathInInput(check, visit.path);
  const name = check.site.role === 'schema.parse' ? check.site.path : link.describe(check.site.value);
  const barrier = check.schema === null || walk.seesThrough ? null : barrierBySchema(link, check.schema, path, walk.sink, visit.beneath);
  if (barrier !== null) {
    walk.end(visit, barrier, `${name}()`);
    return true;
  }
  if (!walk.seesThrough && check.schema !== null && isOutOfSight(link, check.schema)) walk.end({ ...visit, lossy: true }, 'library', `${name}()`);
  else walk.go(visit, check.input, { path, lossy: true, text: `is checked by ${name}()` });
  return true;
}

/** What schemas go by. */
const NAMES_SCHEMA = /(?:schemas?|validators?|validations?)$/i;

/** A schema of a package that is not read: what it lets through cannot be told. `path.parse` has none. */
function isOutOfSight(link: Linking, schema: ValueRef): boolean {
  return link.sourcesOf(schema).map(indexed).every((source) => {
    const fact = factOf(source);
    return fact.kind === 'reference' && NAMES_SCHEMA.test(fact.name) && source.file.facts.bindings[fact.binding]?.kind === 'import';
  });
}

/** An error, or the list of what it is about. */
const TELLS_WHY = /^errors?(?:\.(?:details|issues|errors))?$/;

/** What a function is called in a message: `util:format`, `list.find`. */
function nameOf(link: Linking, { paths, method, callee }: Invocation): string {
  return paths[0] ?? method ?? link.describe(callee);
}

function stepThroughFlow(link: Linking, walk: Walk, visit: Visit, flow: FlowModel, invocation: Invocation): void {
  const { sink } = walk;
  const name = nameOf(link, invocation);
  if (flow.sanitizes.includes('all')) return walk.seesThrough ? stepThroughLibrary(link, walk, visit, invocation) : walk.end(visit, 'numeric', name);
  // What makes a text is no help where the text is parsed afterwards.
  const covers = (flow.sanitizes.includes(sink) && !visit.parsed) || (sink === 'sql' && flow.sanitizes.includes('sql-identifier'));
  if (covers) return walk.end(visit, 'sanitized', name);
  if (isJoinedOnOwnSite(link, visit.ref, sink)) return walk.end(visit, 'sanitized', 'a path of the own site');
  const { args, list, receiver } = invocation;
  const text = `goes through ${name.replace(/^global:/, '')}()`;
  // An element of a text is no element of the list that it was joined from.
  const asked = JOINS_LIST.has(name) ? [] : visit.path;
  let followed = 0;
  const isJoin = sink === 'path' && isPathJoin(link, visit.ref);
  const go = (value: FileValue | null | undefined, path = asked, beneath = false) => {
    if (value === null || value === undefined) return;
    followed += 1;
    walk.go(visit, value, { text, path, beneath });
  };
  for (const input of flow.from) {
    if (typeof input === 'number') list === null ? go(args[input]) : go(list, inside(asked, String(input)));
    else if (input === 'receiver') go(receiver);
    else if (input === 'rest') list === null ? args.forEach((value, index) => go(value, asked, index > 0 && isJoin)) : go(list, inside(asked, ELEMENT));
    else if (input === 'callback') followed += stepIntoCallback(link, walk, visit);
  }
  if (followed === 0) walk.end(visit, flow.from.includes('none') ? 'constant' : 'library', name);
}

/** Nothing is known of the function: its result is its own, and may carry any of its inputs. */
function stepThroughLibrary(link: Linking, walk: Walk, visit: Visit, { paths, callee }: Invocation): void {
  const { ref } = visit;
  const fact = factOf(ref);
  const name = paths[0] ?? link.describe(callee);
  if (fact.kind !== 'call') return;
  walk.end({ ...visit, lossy: true }, 'library', name);
  if (!handsTargetOn(walk.sink, name)) return;
  const change = { path: [], lossy: true, text: `is given to ${name}()` };
  for (const [index, argument] of fact.args.entries()) {
    const value = sibling(ref, argument);
    // `pathFor(paths.order, id)`: an address begins with what is said first.
    if (factOf(value).kind !== 'function' && factOf(value).kind !== 'literal') walk.go(visit, value, { ...change, beneath: index > 0 && walk.sink === 'redirect' });
  }
  const member = factOf(sibling(ref, fact.callee));
  if (member.kind !== 'member') return;
  const receiver = indexed(sibling(ref, member.object));
  // What somebody hangs onto a request (`req.__('Not found')` of i18n) gives nothing of what was sent.
  if (link.rolesAt(receiver).some((site) => site.role === 'server.request')) return;
  if (!link.resolve(receiver).some((entity) => entity.kind === 'api' && entity.path.startsWith('global:'))) {
    walk.go(visit, receiver, change);
  }
}
