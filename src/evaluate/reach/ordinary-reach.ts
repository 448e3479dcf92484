/** The functions that run when a function does, also those whose failures are swallowed; not what runs only because something failed. */
import type { ValueId } from '../../contracts/facts.js';
import type { FunctionRef, LinkedFile, Program } from '../../contracts/program.js';
import type { Reached } from '../authentication/reach.js';
import { callsIn, keyOf, withInner } from './reach.js';

const MAXIMUM_FUNCTIONS = 150;

/** @param depth how many calls deep to look */
export function ordinarilyReached(program: Program, start: readonly FunctionRef[], depth: number): Reached[] {
  const seen = new Set<string>();
  const result: Reached[] = [];
  let level = [...start];
  for (let calls = 0; calls <= depth && level.length > 0; calls += 1) {
    const fresh = level.flatMap(withInner).filter((ref) => {
      const isNew = !seen.has(keyOf(ref)) && result.length < MAXIMUM_FUNCTIONS;
      seen.add(keyOf(ref));
      if (isNew) result.push({ ref, depth: calls });
      return isNew;
    });
    level = fresh.flatMap((ref) => callsIn(ref).filter((call) => !isInCatch(ref.file, call)).flatMap((call) => calleesOf(ref.file, call, program)));
  }
  return result;
}

/** A parameter that is called may be any of what all callers give: only where that is one function is it known what runs. */
function calleesOf(file: LinkedFile, call: ValueId, program: Program): readonly FunctionRef[] {
  const callees = program.callees({ file, id: call });
  const fact = file.facts.values[call]!;
  const callee = fact.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  const isParameter = callee?.kind === 'reference' && callee.binding >= 0 && file.facts.bindings[callee.binding]!.kind === 'parameter';
  return isParameter && callees.length > 1 ? [] : callees;
}

/** Does the value stand in a `catch`? */
export function isInCatch(file: LinkedFile, id: ValueId): boolean {
  for (let block = file.blockAt(file.facts.values[id]!.start); block >= 0; block = file.facts.blocks[block]!.parent) {
    const { kind } = file.facts.blocks[block]!;
    if (kind === 'catch') return true;
    if (kind === 'function' || kind === 'module') return false;
  }
  return false;
}
