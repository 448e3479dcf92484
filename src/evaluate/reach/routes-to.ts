/** Which routes and operations lead to a place. */
import { append } from '../../contracts/multimap.js';
import type { FunctionRef, Program, Route, ValueRef } from '../../contracts/program.js';
import { entryPoints } from '../entry-points.js';
import { functionAround, functionsOfEntity, keyOf, reachedFunctions } from './reach.js';

/** Calls deep, from a handler. */
const DEPTH = 5;
const MEMO = new WeakMap<Program, ReadonlyMap<string, readonly Route[]>>();

/** Those whose handler runs the function that the place stands in, by itself or through what it calls; none where no way is known. */
export function routesTo(value: ValueRef, program: Program): readonly Route[] {
  return routesByFunction(program).get(keyOf(functionAround(value))) ?? [];
}

/** The same; where no handler runs the place, those of which a link of the chain does: middleware that does a route's work. */
export function routesThrough(value: ValueRef, program: Program): readonly Route[] {
  const routes = routesTo(value, program);
  return routes.length > 0 ? routes : (routesByLink(program).get(keyOf(functionAround(value))) ?? []);
}

const BY_LINK = new WeakMap<Program, ReadonlyMap<string, readonly Route[]>>();

function routesByLink(program: Program): ReadonlyMap<string, readonly Route[]> {
  const known = BY_LINK.get(program);
  if (known !== undefined) return known;
  const using = new Map<string, { ref: FunctionRef; routes: Route[] }>();
  for (const route of entryPoints(program)) {
    for (const ref of route.chain.flatMap((link) => (link.kind === 'middleware' ? link.entities.flatMap((entity) => functionsOfEntity(program, entity)) : []))) {
      const entry = using.get(keyOf(ref)) ?? { ref, routes: [] };
      using.set(keyOf(ref), entry);
      if (entry.routes.at(-1) !== route) entry.routes.push(route);
    }
  }
  const table = new Map<string, Route[]>();
  for (const { ref, routes } of using.values()) for (const reached of reachedFunctions(program, [ref], DEPTH)) for (const route of routes) append(table, keyOf(reached), route);
  BY_LINK.set(program, table);
  return table;
}

/** Made when first asked for, which is when a site fails. */
function routesByFunction(program: Program): ReadonlyMap<string, readonly Route[]> {
  const known = MEMO.get(program);
  if (known !== undefined) return known;
  const table = new Map<string, Route[]>();
  for (const route of entryPoints(program)) {
    if (route.handler === null) continue;
    for (const ref of reachedFunctions(program, [route.handler], DEPTH)) append(table, keyOf(ref), route);
  }
  MEMO.set(program, table);
  return table;
}
