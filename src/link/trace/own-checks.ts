/** Checks that the program wraps in functions of its own: predicates (`isAllowed(x)`) and assertions (`assertAllowed(x)`). */
import type { FunctionRef, Guard } from '../../contracts/program.js';
import { guardsAt, guardsOf } from '../guards.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import type { Barrier } from './barriers.js';

const MAXIMUM_DEPTH = 8;

/** How conditions are judged; handed in, because a predicate's own conditions are judged the same way. */
export interface Check {
  condition(condition: FileValue, holds: boolean, subject: FileValue, depth: number): Barrier | null;
  guard(guard: Guard, subject: FileValue, depth: number): Barrier | null;
}

/** A call of a predicate of the program. */
export function predicateConstrains(link: Linking, check: Check, call: FileValue, index: number, holds: boolean, depth: number): Barrier | null {
  const functions = link.callees(call);
  if (functions.length !== 1) return null;
  const binding = functions[0]!.file.facts.functions[functions[0]!.id]?.parameters[index]?.binding ?? -1;
  return functionConstrains(link, check, functions[0]!, binding, holds, depth);
}

/** What a function's result says of one of its variables: every result that agrees with `holds` must constrain it. */
export function functionConstrains(link: Linking, check: Check, ref: FunctionRef, binding: number, holds: boolean, depth: number): Barrier | null {
  const file = indexed({ file: ref.file, id: 0 }).file;
  const declaration = file.facts.functions[ref.id];
  if (declaration === undefined || binding < 0 || depth > MAXIMUM_DEPTH) return null;
  let result: Barrier | null = null;
  for (const returned of declaration.returns) {
    const value: FileValue = { file, id: returned };
    const constants = link.constants(value);
    if (constants !== null && constants.every((constant) => Boolean(constant) !== holds)) continue;
    const subject = useOf(file, binding, returned);
    const direct = subject === null ? null : check.condition(value, holds, subject, depth + 1);
    const guarded = direct ?? guardedParameter(check, value, binding, depth + 1);
    if (guarded === null) return null;
    result = guarded;
  }
  return result;
}

/** A mention of the binding to compare others with. */
function useOf(file: FileValue['file'], binding: number, fallback: number): FileValue | null {
  const use = file.facts.bindings[binding]?.uses[0];
  return use === undefined && fallback < 0 ? null : { file, id: use ?? fallback };
}

function guardedParameter(check: Check, at: FileValue, binding: number, depth: number): Barrier | null {
  const subject = useOf(at.file, binding, -1);
  if (subject === null) return null;
  for (const guard of guardsOf(at)) {
    const barrier = check.guard(guard, subject, depth);
    if (barrier !== null) return barrier;
  }
  return null;
}

/** `assertAllowed(x);` before: a function of the program that returns only when its parameter is constrained. */
export function assertedBefore(link: Linking, check: Check, ref: FileValue): Barrier | null {
  const fact = factOf(ref);
  if (fact.kind !== 'reference' || fact.binding < 0) return null;
  const { file } = ref;
  const chain = new Set([file.blockAt(fact.start)]);
  for (let id = file.blockAt(fact.start); id > 0; id = file.facts.blocks[id]!.parent) chain.add(file.facts.blocks[id]!.parent);
  for (const use of file.facts.bindings[fact.binding]?.uses ?? []) {
    const parent = file.parentOf(use);
    const call = parent < 0 ? undefined : file.facts.values[parent];
    if (call?.kind !== 'call' || call.start >= fact.start || !chain.has(file.blockAt(call.start))) continue;
    const index = call.args.indexOf(use);
    const outer = file.parentOf(parent);
    const isStatement = outer < 0 || (file.facts.values[outer]?.kind === 'await' && file.parentOf(outer) < 0);
    if (index < 0 || !isStatement) continue;
    const barrier = ensuredAtEnd(link, check, sibling(ref, parent), index);
    if (barrier !== null) return barrier;
  }
  return null;
}

function ensuredAtEnd(link: Linking, check: Check, call: FileValue, index: number): Barrier | null {
  const functions = link.callees(call);
  if (functions.length !== 1) return null;
  const file = indexed({ file: functions[0]!.file, id: 0 }).file;
  const declaration = file.facts.functions[functions[0]!.id];
  const binding = declaration?.parameters[index]?.binding ?? -1;
  const subject = binding < 0 ? null : useOf(file, binding, -1);
  if (declaration === undefined || subject === null || declaration.returns.length > 0) return null;
  const body = file.facts.blocks[declaration.body];
  if (body === undefined) return null;
  for (const guard of guardsAt(subject, body.end - 1)) {
    const barrier = check.guard(guard, subject, 1);
    if (barrier !== null) return barrier;
  }
  return null;
}
