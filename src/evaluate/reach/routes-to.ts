/** Which routes and operations lead to a place. */
import { append } from '../../contracts/multimap.js';
import type { Program, Route, ValueRef } from '../../contracts/program.js';
import { entryPoints } from '../entry-points.js';
import { functionAround, keyOf, reachedFunctions } from './reach.js';

/** Calls deep, from a handler. */
const DEPTH = 5;
const MEMO = new WeakMap<Program, ReadonlyMap<string, readonly Route[]>>();

/** Those whose handler runs the function that the place stands in, by itself or through what it calls; none where no way is known. */
export function routesTo(value: ValueRef, program: Program): readonly Route[] {
  return routesByFunction(program).get(keyOf(functionAround(value))) ?? [];
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
