/** What a use of a function passes to its parameters, as far as it is written in the program. */
import { NONE, type ValueId } from '../../contracts/facts.js';
import type { ValueRef } from '../../contracts/program.js';
import { type FileValue, type FunctionUse, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';

/** A value that arrives somewhere, or one inside it. */
export interface Passed {
  value: FileValue;
  /** Where in the value: `['0']` is its first element. */
  path: readonly string[];
}

/** Values of the program that arrive at parameter `index` by this use of the function. */
export function passedValues(use: FunctionUse, index: number): ValueRef[] {
  return passedBy(use, index).flatMap((passed) => (passed.path.length === 0 ? [passed.value] : []));
}

/** The same, with those that stand in a list that is passed. Empty when nothing is passed, or a library passes it. */
export function passedBy(use: FunctionUse, index: number): Passed[] {
  if (use.kind === 'argument') return [];
  const bound = use.bound[index];
  if (bound !== undefined) return [{ value: indexed(bound), path: [] }];
  const fact = factOf(use.call);
  const position = index - use.shift;
  if (fact.kind !== 'call' || position < 0) return [];
  if (use.list === NONE) return argumentsAt(use.call, fact.args, position);
  const list = fact.args[use.list];
  return list === undefined ? [] : elementsAt(sibling(use.call, list), position);
}

function elementsAt(list: FileValue, position: number): Passed[] {
  const fact = factOf(list);
  return fact.kind === 'array' ? argumentsAt(list, fact.elements, position) : [{ value: list, path: [String(position)] }];
}

/** What stands at a position of a list in which others may be spread. */
export function argumentsAt(within: ValueRef, args: readonly ValueId[], position: number): Passed[] {
  for (const [at, id] of args.entries()) {
    const value = sibling(within, id);
    const fact = factOf(value);
    if (fact.kind === 'spread') return elementsAt(sibling(within, fact.operand), position - at);
    if (at === position) return [{ value, path: [] }];
  }
  return [];
}

/** The plain argument at a position; null when there is none or a spread hides it. */
export function argumentAt(call: ValueRef, index: number): FileValue | null {
  const fact = factOf(call);
  if (fact.kind !== 'call' || index < 0) return null;
  const passed = argumentsAt(call, fact.args, index)[0];
  return passed?.path.length === 0 ? passed.value : null;
}

/** The default of a parameter for which the call gives nothing. */
export function defaultFor(parameter: FileValue, call: ValueRef): FileValue | null {
  const [fact, given] = [factOf(parameter), factOf(call)];
  if (fact.kind !== 'parameter' || given.kind !== 'call' || given.args.length > fact.index || given.args.some((id) => factOf(sibling(call, id)).kind === 'spread')) return null;
  const written = parameter.file.facts.functions[fact.function]?.parameters[fact.index]?.default ?? NONE;
  return written === NONE ? null : sibling(parameter, written);
}
