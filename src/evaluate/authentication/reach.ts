/** The functions that run when all goes well: as `reachedFunctions`, but what is called in `catch` is left out, and what maps errors. */
import type { ClassRef, FunctionRef, Program, RoleSite } from '../../contracts/program.js';
import { runsOf } from '../reach/receivers.js';
import type { Run } from '../reach/receivers.js';
import { isFirst, keyOf, runsIn, usesByFunction, withInner } from '../reach/reach.js';
import { signsOf } from './function-signs.js';

const MAXIMUM_FUNCTIONS = 150;

export interface Reached {
  readonly ref: FunctionRef;
  /** Calls between it and the first function. */
  readonly depth: number;
}

/** @param depth how many calls deep to look */
export function reachedWhenWell(program: Program, start: readonly FunctionRef[], depth: number): Reached[] {
  const seen = new Set<string>();
  const result = new Map<string, Reached>();
  let level: readonly Run[] = start.map((ref) => ({ ref, self: null }));
  for (let calls = 0; level.length > 0 && calls <= depth; calls += 1) {
    const runs = level.filter(({ ref }) => calls === 0 || !mapsErrors(ref)).flatMap(({ ref, self }) => withInner(ref).map((inner) => ({ ref: inner, self })));
    const fresh = runs.filter((run) => result.size < MAXIMUM_FUNCTIONS && isFirst(run, seen));
    for (const { ref } of fresh) if (!result.has(keyOf(ref))) result.set(keyOf(ref), { ref, depth: calls });
    level = calls === depth ? [] : fresh.flatMap(({ ref, self }) => signsOf(ref).calls.flatMap((id) => calleesOf(ref, id, self, program)));
  }
  return [...result.values()];
}

/** A parameter that is called may be any of what all callers give: only where that is one function is it known what runs. */
function calleesOf({ file }: FunctionRef, call: number, self: ClassRef | null, program: Program): readonly Run[] {
  const runs = runsOf(program, { file, id: call }, self);
  const fact = file.facts.values[call]!;
  const callee = fact.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  const isParameter = callee?.kind === 'reference' && callee.binding >= 0 && file.facts.bindings[callee.binding]!.kind === 'parameter';
  return isParameter && runs.length > 1 ? [] : runs;
}

/** A function of an error tells a client what went wrong elsewhere. */
function mapsErrors({ file, id }: FunctionRef): boolean {
  return file.facts.functions[id]!.parameters.some((parameter) => /^_?(?:e|ex|err|error|exception|reason|cause)$/i.test(parameter.name));
}

/** Uses of the roles that stand in one of the functions, role by role. */
export function usesIn(reached: readonly Reached[], roles: readonly string[], program: Program): RoleSite[] {
  return roles.flatMap((role) => {
    const uses = usesByFunction(program, role);
    return uses.size === 0 ? [] : reached.flatMap(({ ref }) => (uses.get(keyOf(ref)) ?? []).filter(({ value }) => runsIn(ref, program.fact(value))));
  });
}
