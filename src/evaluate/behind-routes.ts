/** The code that runs while a request is answered. */
import type { FunctionRef, Program } from '../contracts/program.js';
import { callsIn, functionsOfEntity, withInner } from './reach.js';

/** Calls deep, from a handler or a link of its chain. */
const MAXIMUM_DEPTH = 5;

const MEMO = new WeakMap<Program, readonly FunctionRef[]>();

/**
 * Every function of the program that runs behind some route: handlers, what stands in their chains, and what these call, in the order
 * of their distance. Each function is looked at once, however many routes lead to it.
 */
export function functionsBehindRoutes(program: Program): readonly FunctionRef[] {
  let found = MEMO.get(program);
  if (found === undefined) {
    found = walk(program);
    MEMO.set(program, found);
  }
  return found;
}

function walk(program: Program): FunctionRef[] {
  const seen = new Set<string>();
  const found: FunctionRef[] = [];
  const fresh = (ref: FunctionRef) => {
    const key = `${ref.file.facts.path}#${ref.id}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  let level = program.routes.flatMap(({ handler, chain }) => [
    ...(handler === null ? [] : [handler]),
    ...chain.flatMap((link) => link.entities.flatMap((entity) => functionsOfEntity(program, entity))),
  ]);
  for (let calls = 0; level.length > 0 && calls <= MAXIMUM_DEPTH; calls += 1) {
    const here = level.flatMap(withInner).filter(fresh);
    found.push(...here);
    level = here.flatMap((ref) => callsIn(ref).flatMap((id) => program.callees({ file: ref.file, id })));
  }
  return found;
}
