/** `check`: a predicate written in code, for what no word says yet. */
import { knownPredicates, PREDICATES } from '../predicates/index.js';
import type { ConditionWord } from '../compiler.js';

export const check: ConditionWord<'check'> = ({ predicate, with: operand }) => {
  const holds = Object.hasOwn(PREDICATES, predicate) ? PREDICATES[predicate] : undefined;
  if (holds === undefined) throw new Error(`no predicate "${predicate}" in src/evaluate/predicates; ${knownPredicates(predicate)}`);
  return (site, evaluation) => holds(site, operand, evaluation);
};
