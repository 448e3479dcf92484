/** The code that runs while a request is answered. */
import type { FunctionRef, Program } from '../../contracts/program.js';
import { entryPoints } from '../entry-points.js';
import { isServed } from '../served-routes.js';
import { functionsOfEntity, keyOf, reachedFunctions } from './reach.js';

/** Calls deep, from a handler or a link of its chain. */
const DEPTH = 5;

const MEMO = new WeakMap<Program, Map<number, readonly FunctionRef[]>>();

/**
 * Every function of the program that runs behind some route that is there in production: handlers, what stands in their chains, and what these call, in the order
 * of their distance. Each function is looked at once, however many routes lead to it.
 * @param depth how many calls deep to look
 */
export function functionsBehindRoutes(program: Program, depth = DEPTH): readonly FunctionRef[] {
  const byDepth = MEMO.get(program) ?? new Map<number, readonly FunctionRef[]>();
  MEMO.set(program, byDepth);
  let found = byDepth.get(depth);
  if (found === undefined) byDepth.set(depth, (found = reachedFunctions(program, entriesOf(program), depth, Infinity)));
  return found;
}

const KEYS = new WeakMap<readonly FunctionRef[], ReadonlySet<string>>();

/** Does the function run behind some route? */
export function isBehindRoutes(program: Program, ref: FunctionRef, depth = DEPTH): boolean {
  const functions = functionsBehindRoutes(program, depth);
  let keys = KEYS.get(functions);
  if (keys === undefined) KEYS.set(functions, (keys = new Set(functions.map(keyOf))));
  return keys.has(keyOf(ref));
}

function entriesOf(program: Program): FunctionRef[] {
  return entryPoints(program).filter((route) => isServed(route, program)).flatMap(({ handler, chain }) => [
    ...(handler === null ? [] : [handler]),
    ...chain.flatMap((link) => link.entities.flatMap((entity) => functionsOfEntity(program, entity))),
  ]);
}
