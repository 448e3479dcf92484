/** The code that runs while a request is answered. */
import type { FunctionRef, Program } from '../contracts/program.js';
import { functionsOfEntity, reachedFunctions } from './reach.js';

/** Calls deep, from a handler or a link of its chain. */
const DEPTH = 5;

const MEMO = new WeakMap<Program, Map<number, readonly FunctionRef[]>>();

/**
 * Every function of the program that runs behind some route: handlers, what stands in their chains, and what these call, in the order
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

function entriesOf(program: Program): FunctionRef[] {
  return program.routes.flatMap(({ handler, chain }) => [
    ...(handler === null ? [] : [handler]),
    ...chain.flatMap((link) => link.entities.flatMap((entity) => functionsOfEntity(program, entity))),
  ]);
}
