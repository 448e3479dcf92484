/** `null` and `undefined`, as they are written. */
import type { ValueFact } from '../contracts/facts.js';

export function isNothing(fact: ValueFact | undefined): boolean {
  return (fact?.kind === 'literal' && (fact.type === 'null' || fact.type === 'undefined')) || (fact?.kind === 'reference' && fact.name === 'undefined');
}
