/** What one registering call says of its routes: methods, paths, handler, and what runs before it. */
import type { RoleSite, ValueRef } from '../../contracts/program.js';
import { lastNameOf } from '../api-path.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf, sameValue } from '../value-graph.js';
import { type Context, constantsIn, follow } from './context.js';
import { type Handlers, handlersIn } from './handlers.js';
import { loopContexts } from './loops.js';
import { isKnownPath, unknownPart } from './paths.js';
import { namedBy, receiverOf } from './plugins.js';
import { rowsOf } from './tables.js';

export interface Endpoint {
  /** The call, or the row of its table. */
  site: RoleSite;
  methods: string[];
  /** As given, without prefixes; with an unknown part where it cannot be told. */
  paths: string[];
  /** In order; the last one answers. */
  handlers: Handlers;
  /** Under which the values were read. */
  context: Context;
}

/** The routes that a call of the role `http.route` registers: one, or one for each element of the table that it loops over or is given. */
export function endpointsAt(link: Linking, site: RoleSite, context: Context): Endpoint[] {
  return siteContexts(link, site, context).flatMap((inside) => rowsOf(link, site, inside).flatMap((row) => endpointAt(link, row, inside)));
}

function endpointAt(link: Linking, site: RoleSite, context: Context): Endpoint[] {
  const { path, handlers: given } = pathAndHandlers(link, site, context);
  const handlers = handlersIn(link, given, context);
  const methods = methodsAt(link, site, context);
  // `app.get('setting')` reads a setting.
  return handlers.items.length === 0 || methods === null ? [] : [{ site, methods, paths: path, handlers, context }];
}

/** The context of a call, once for each element of the table that it loops over. */
export function siteContexts(link: Linking, site: RoleSite, context: Context): Context[] {
  return loopContexts(link, [...(callArguments(site.value) ?? []), ...computedName(site.value)], context);
}

function callArguments(value: ValueRef): FileValue[] | null {
  const fact = factOf(value);
  return fact.kind === 'call' ? fact.args.map((argument) => sibling(value, argument)) : null;
}

function computedName(value: ValueRef): FileValue[] {
  const named = namedBy(value);
  const member = named === null ? null : factOf(named);
  return named !== null && member?.kind === 'member' && member.index >= 0 ? [sibling(named, member.index)] : [];
}

const METHOD = /^[a-z]+$/i;

/** Null when the call registers no route after all (`app[name](…)` with the name of another method). */
export function methodsAt(link: Linking, site: RoleSite, context: Context): string[] | null {
  const declared = site.entry.attributes['method'];
  if (declared === 'computed') {
    const names = computedName(site.value).flatMap((name) => constantsIn(link, name, context) ?? []);
    return names.length === 0 ? ['ALL'] : names.map((name) => methodName(String(name))).filter((name) => METHOD.test(name));
  }
  if (declared !== undefined) return [String(declared)];
  const argument = link.argument(site, 'method');
  if (argument !== null) {
    const names = handlersIn(link, [argument], context).items.map((item) => constantsIn(link, item, context));
    return names.some((name) => name === null || name.includes('*')) ? ['ALL'] : names.flatMap((name) => name!.map((each) => methodName(String(each))));
  }
  return site.entry.arguments['method'] === undefined ? [methodName(lastNameOf(site.path))] : ['ALL'];
}

function methodName(written: string): string {
  const name = written.toUpperCase();
  return name === 'DEL' ? 'DELETE' : name;
}

/** Sorts out where the path ends and the handlers begin. */
export function pathAndHandlers(link: Linking, site: RoleSite, context: Context): { path: string[]; handlers: ValueRef[] } {
  const path = link.argument(site, 'path');
  const handlers = link.argumentList(site, 'handlers');
  // `app.use(...handlers)`: lists of paths are not spread.
  if (path === null && handlers[0] !== undefined && factOf(handlers[0]).kind === 'spread') return { path: [''], handlers };
  if (path === null) return { path: [site.entry.arguments['path'] === undefined ? '' : unknownPart(keyOf(site.value))], handlers };
  const first = handlers[0];
  const second = handlers[1];
  if (first !== undefined && sameValue(first, path)) {
    const isPath = looksLikePath(link, path, context);
    if (isPath === 'no') return { path: chainedPath(link, site, context), handlers };
    // Something unknown before something else may be either.
    if (isPath === 'unknown' && second === undefined) return { path: [''], handlers };
    return { path: pathsAt(link, path, context, site), handlers: handlers.slice(1) };
  }
  if (site.entry.attributes['named'] === true && first !== undefined && looksLikePath(link, first, context) === 'yes') {
    return { path: pathsAt(link, first, context, site), handlers: handlers.slice(1) };
  }
  return { path: pathsAt(link, path, context, site), handlers };
}

/** In `app.get('/x', read).post(write)` the path goes on. */
function chainedPath(link: Linking, site: RoleSite, context: Context): string[] {
  const receiver = site.role === 'http.route' ? receiverOf(site) : null;
  const before = receiver === null ? undefined : link.rolesAt(receiver).find((each) => each.role === 'http.route');
  return before === undefined ? [''] : pathAndHandlers(link, before, context).path;
}

function looksLikePath(link: Linking, value: ValueRef, context: Context): 'yes' | 'no' | 'unknown' {
  const fact = factOf(value);
  if (fact.kind === 'template' || fact.kind === 'concat') return 'yes';
  if (fact.kind === 'function') return 'no';
  if (fact.kind === 'literal') return fact.type === 'string' || fact.type === 'regexp' ? 'yes' : 'no';
  const leaves = follow(link, value, context);
  const kinds = leaves.map((leaf) => kindOfLeaf(link, leaf));
  if (kinds.length > 0 && kinds.every((kind) => kind === 'path')) return 'yes';
  if (kinds.some((kind) => kind === 'handler')) return 'no';
  return link.resolve(value).some((entity) => entity.kind === 'function' || entity.kind === 'instance' || (entity.kind === 'api' && isNamedThing(entity.path))) ? 'no' : 'unknown';
}

/** Something that a library exports; a property of what it gives out (`program.opts().mountPath`) may be anything. */
function isNamedThing(path: string): boolean {
  return !path.startsWith('global:') && !/#|\(\)[#.]/.test(path);
}

function kindOfLeaf(link: Linking, leaf: FileValue): 'path' | 'handler' | 'unknown' {
  const fact = factOf(leaf);
  if (fact.kind === 'template' || fact.kind === 'concat') return 'path';
  if (fact.kind === 'literal') return fact.type === 'string' || fact.type === 'regexp' ? 'path' : 'unknown';
  if (fact.kind === 'function' || fact.kind === 'call' || fact.kind === 'class') return 'handler';
  if (fact.kind === 'array') {
    const first = fact.elements[0];
    return first === undefined ? 'handler' : kindOfLeaf(link, sibling(leaf, first)) === 'path' ? 'path' : 'handler';
  }
  return 'unknown';
}

/** Every path that a value may be, or one with an unknown part. */
export function pathsAt(link: Linking, value: ValueRef, context: Context, site?: RoleSite): string[] {
  const isList = follow(link, value, context).some((leaf) => factOf(leaf).kind === 'array');
  const items = isList ? handlersIn(link, [value], context).items : [indexed(value)];
  const braces = site?.entry.attributes['parameters'] === 'braces';
  const paths = items.flatMap((item) => {
    const constants = constantsIn(link, item, context);
    const texts = constants?.filter((constant) => typeof constant === 'string') ?? [];
    return texts.length === 0 ? [unknownPart(keyOf(indexed(item)))] : texts;
  });
  const known = paths.map((path) => (braces && isKnownPath(path) ? path.replace(/\{(\w+)(?:\*\d*|\?)?\}/g, ':$1') : path));
  return known.length === 0 ? [unknownPart(keyOf(value))] : [...new Set(known)];
}
