/** Assertions of types, which change nothing when a program runs. */
import type { ValueFact, ValueId } from './facts.js';
import type { LinkedFile } from './program.js';

/** What stands beneath `value as Type`, `value!` and the like; undefined where there is no such value. */
export function withoutCasts(file: LinkedFile, value: ValueId): ValueFact | undefined {
  let fact = file.facts.values[value];
  while (fact?.kind === 'cast') fact = file.facts.values[fact.operand];
  return fact;
}
