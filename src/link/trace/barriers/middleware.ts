/** Checks of a request that run before its handler: a middleware that answers itself unless `req.query.x` is as it must be. */
import { append } from '../../../contracts/multimap.js';
import type { ChainLink, FunctionRef, Route } from '../../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf, functionKeyOf } from '../../value-graph.js';
import { copiesInFile } from '../copies.js';
import type { Subject } from './aspects.js';
import { provenBesideHandler } from './beside-handler.js';
import type { Judge } from './conditions.js';
import { makerOf } from './made.js';
import { nameOf, parameterName } from './names.js';
import { asksForOutcome, provenByRouteSchema } from './route-schemas.js';
import { checkBehind } from './schema-checks.js';
import { patternProof } from './patterns.js';
import { type Protection, intersection, union } from './protection.js';
import { provenUntil } from './statements.js';

const answered = new WeakMap<Linking, Map<number, Route[]>>();

/**
 * What is proven of a part of the request, named in the handler, by what runs before the handler on every route that it answers.
 *
 * @param name as `nameOf` gives it, its root a parameter of the handler
 */
export function provenBeforeHandler(link: Linking, ref: FileValue, name: string, judge: Judge): Protection | null {
  const [, parameter, path] = /^p(\d+)((?:\.[\w$-]+)+)$/.exec(name) ?? [];
  if (parameter === undefined || path === undefined) return null;
  const root: FileValue = { file: ref.file, id: Number(parameter) };
  const fact = factOf(root);
  if (fact.kind !== 'parameter') return null;
  const routes = routesOf(link).get(functionKeyOf({ file: root.file, id: fact.function })) ?? [];
  const handled = routes.filter((route) => mayHave(route, path));
  if (handled.length === 0) return provenBesideHandler(link, root.file, fact.function, path.split('.').slice(1), judge);
  const handler: FunctionRef = { file: root.file, id: fact.function };
  return handled.map(({ chain, path: route }) => union(provenByPath(route, path), provenByChain(link, alwaysIn(chain), { index: fact.index, path, handler }, judge))).reduce(intersection);
}

/** `/download/:id([0-9a-f]{16})`, `/:id{[0-9]+}`: a parameter of which the path itself says what it may be. */
function provenByPath(route: string, path: string): Protection | null {
  const parameter = /^\.params\.([\w-]+)$/.exec(path)?.[1];
  const at = parameter === undefined ? -1 : route.search(new RegExp(`:${parameter}[({]`));
  if (parameter === undefined || at < 0) return null;
  const pattern = bracketed(route.slice(at + parameter.length + 1));
  return pattern === null ? null : patternProof([`^(?:${pattern.replace(/^\^|\$$/g, '')})$`]);
}

/** What stands between the bracket that the text begins with and the one that closes it. */
function bracketed(text: string): string | null {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if ('({'.includes(text[index]!)) depth += 1;
    else if (')}'.includes(text[index]!) && (depth -= 1) === 0) return text.slice(1, index);
  }
  return null;
}

/** The chains of the routes that a function answers, without what is there only sometimes. */
export function chainsAt(link: Linking, handler: FunctionRef): readonly (readonly ChainLink[])[] {
  return (routesOf(link).get(functionKeyOf(handler)) ?? []).map(({ chain }) => alwaysIn(chain));
}

function alwaysIn(chain: readonly ChainLink[]): ChainLink[] {
  return chain.filter((each) => each.conditions.length === 0);
}

/** A parameter of the path is there only where the path has it. */
function mayHave(route: Route, path: string): boolean {
  const parameter = /^\.params\.([\w-]+)$/.exec(path)?.[1];
  return parameter === undefined || !/^[/\w:.-]+$/.test(route.path) || route.path.split(/[/.-]/).includes(`:${parameter}`);
}

/** The routes that a function answers, by its key. */
function routesOf(link: Linking): Map<number, Route[]> {
  let known = answered.get(link);
  if (known !== undefined) return known;
  answered.set(link, (known = new Map()));
  for (const route of link.routes) {
    const functions = new Set([...(route.handler === null ? [] : [functionKeyOf(route.handler)]), ...wrappedIn(link, indexed(route.value))]);
    for (const key of functions) append(known, key, route);
  }
  return known;
}

/** The functions inside the wrapper that answers a route: `app.get('/', catchErrors(handler))`. */
function wrappedIn(link: Linking, registration: FileValue): number[] {
  const fact = factOf(registration);
  const last = fact.kind === 'call' ? fact.args.at(-1) : undefined;
  if (last === undefined) return [];
  return heldBy(link, sibling(registration, last)).flatMap((source) => {
    const wrapper = factOf(source);
    if (wrapper.kind !== 'call' || wrapper.isNew) return [];
    const entities = wrapper.args.flatMap((argument) => link.resolve(sibling(source, argument)));
    return entities.flatMap((entity) => (entity.kind === 'function' ? [functionKeyOf(entity.ref)] : []));
  });
}

/** `Controller.list` of another file is what stands there. */
function heldBy(link: Linking, value: FileValue): FileValue[] {
  const fact = factOf(value);
  if (fact.kind !== 'member' || fact.name === null) return link.sourcesOf(value) as FileValue[];
  const { name } = fact;
  return link.resolve(sibling(value, fact.object)).flatMap((entity) => link.memberValues(entity, name) as FileValue[]);
}

/** A part of the request, in the handler's parameter of this index. */
interface Handled {
  handler: FunctionRef;
  index: number;
  path: string;
}

function provenByChain(link: Linking, chain: readonly ChainLink[], { handler, index, path }: Handled, judge: Judge): Protection | null {
  let result: Protection | null = null;
  for (const layer of chain) {
    const { kind, entities } = layer;
    result = union(result, provenByRouteSchema(link, layer, path.split('.').slice(1), judge, () => asksForOutcome(link, chain, handler)));
    if (kind !== 'middleware' && kind !== 'hook') continue;
    const functions = entities.flatMap((entity) => (entity.kind === 'function' ? [entity.ref] : []));
    if (functions.length !== 1) continue;
    const passing = passingOf(link, layer, index, path);
    const made = makerOf(link, indexed(layer.value));
    for (const place of passing.checked) result = union(result, provenByMiddleware(link, functions[0]!, { ...place, next: passing.next, made }, judge));
  }
  return result;
}

/** Where a middleware finds a part of the request among its parameters, and which of them lets the request go on (-1: the last). */
interface Passing {
  checked: readonly { parameter: number; name: string }[];
  next: number;
}

/** `app.param('id', (req, res, next, id) => …)` is given the route's parameter by itself as well. */
function passingOf(link: Linking, layer: ChainLink, index: number, path: string): Passing {
  const inRequest = { parameter: index, name: path };
  const value = indexed(layer.value);
  const call = value.file.parentOf(value.id);
  const site = call < 0 ? undefined : link.rolesAt({ file: value.file, id: call }).find((each) => each.role === 'http.middleware.param');
  const position = site?.entry.attributes['value-parameter'];
  if (site === undefined || typeof position !== 'number') return { checked: [inRequest], next: -1 };
  const name = link.argument(site, 'name');
  const names = name === null ? null : link.constants(name);
  const isIt = names?.some((each) => path === `.params.${String(each)}`) === true;
  return { checked: isIt ? [inRequest, { parameter: position, name: '' }] : [inRequest], next: 2 };
}

/** What of a middleware's parameters is asked about, which of them lets the request go on (-1: the last), and the call that made the middleware. */
interface Place {
  parameter: number;
  name: string;
  next: number;
  made: FileValue | undefined;
}

const MAXIMUM_HANDED_ON = 3;

/** What holds wherever a middleware lets the request go on: at each call of `next()`, and in the functions that it leaves that to. */
function provenByMiddleware(link: Linking, ref: FunctionRef, place: Place, judge: Judge, depth = 0): Protection | null {
  const { file } = indexed({ file: ref.file, id: 0 });
  const declaration = file.facts.functions[ref.id];
  const parameter = declaration?.parameters[place.parameter];
  const next = declaration?.parameters.at(place.next);
  if (declaration === undefined || parameter === undefined || next === undefined || next === parameter || next.binding < 0) return null;
  const subject: Subject = { file, name: `${parameterName(parameter.value)}${place.name}`, ...(place.made === undefined ? {} : { made: place.made }) };
  const passes = (file.facts.bindings[next.binding]?.uses ?? []).flatMap((use): (Protection | null)[] => {
    const parent: FileValue = { file, id: file.parentOf(use) };
    const call = parent.id < 0 ? undefined : file.facts.values[parent.id];
    if (call?.kind !== 'call') return [];
    if (call.callee !== use) return [depth >= MAXIMUM_HANDED_ON ? null : provenByHandingOn(link, parent, { request: parameter.binding, next: use, name: place.name }, judge, depth + 1)];
    // `next(error)` goes on to an error handler.
    if (call.args.length > 0) return [];
    return [union(provenUntil(link, subject, call.start, parameter.binding, judge), provenByAssignment(link, subject, { offset: call.start, binding: parameter.binding, path: place.name }, judge))];
  });
  return passes.length === 0 ? null : passes.reduce(intersection);
}

/** `validateRequest(req, next, schema)`: the one function that is given the request and `next` decides. */
function provenByHandingOn(link: Linking, call: FileValue, given: { request: number; next: number; name: string }, judge: Judge, depth: number): Protection | null {
  const fact = factOf(call);
  const [callee, ...others] = link.callees(call);
  if (fact.kind !== 'call' || callee === undefined || others.length > 0) return null;
  const parameter = fact.args.findIndex((argument) => {
    const passed = factOf(sibling(call, argument));
    return passed.kind === 'reference' && passed.binding === given.request;
  });
  const next = fact.args.indexOf(given.next);
  return parameter < 0 || next < 0 ? null : provenByMiddleware(link, callee, { parameter, name: given.name, next, made: call }, judge, depth);
}

/** `const { value, error } = schema.validate(pick(req, …)); if (error) return next(error); Object.assign(req, value);`: the request's parts are replaced by what was checked. */
function provenByAssignment(link: Linking, subject: Subject, { offset, binding, path }: { offset: number; binding: number; path: string }, judge: Judge): Protection | null {
  const { file } = subject;
  let result: Protection | null = null;
  for (const { call, target } of copiesInFile(link, file)) {
    const copied = factOf(call);
    const onto = factOf(target);
    if (copied.kind !== 'call' || copied.end > offset || onto.kind !== 'reference' || onto.binding !== binding) continue;
    for (const source of copied.args.slice(1).flatMap((argument) => link.sourcesOf(sibling(call, argument)).map(indexed))) {
      const part = factOf(source);
      const input = checkBehind(link, part.kind === 'member' ? sibling(source, part.object) : source)?.check.input ?? null;
      const name = input === null ? null : nameOf(link, indexed(input));
      const root = input === null ? null : factOf(indexed(input));
      if (name !== null) result = union(result, provenUntil(link, { ...subject, name: `${name}${path}` }, offset, root?.kind === 'reference' ? root.binding : -1, judge));
    }
  }
  return result;
}

