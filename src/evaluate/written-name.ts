/** The names that values are written by. */
import type { ValueFact } from '../contracts/facts.js';

/** The last name of a reference or member: `query` of `db.query`, `pool` of `pool`; null of a computed member and of what is no name. */
export function writtenName(fact: ValueFact | undefined): string | null {
  return fact?.kind === 'reference' || fact?.kind === 'member' ? fact.name : null;
}
