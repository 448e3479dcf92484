/** What stands for "there is none" where it is written out, so that all rooms agree on it. */
import type { ValueFact } from './facts.js';

/** `null` and `undefined`. */
export function isNothing(fact: ValueFact | undefined): boolean {
  return (fact?.kind === 'literal' && (fact.type === 'null' || fact.type === 'undefined')) || (fact?.kind === 'reference' && fact.name === 'undefined');
}

/** `null`, `undefined` and `''`. */
export function isNothingOrEmpty(fact: ValueFact | undefined): boolean {
  return isNothing(fact) || (fact?.kind === 'literal' && fact.value === '');
}
