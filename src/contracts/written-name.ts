/** The names that values are written by. */
import { NONE } from './facts.js';
import type { ValueFact, ValueId } from './facts.js';
import type { LinkedFile } from './program.js';

/** The last name of a reference or member: `query` of `db.query`, `pool` of `pool`; null of a computed member and of what is no name. */
export function writtenName(fact: ValueFact | undefined): string | null {
  return fact?.kind === 'reference' || fact?.kind === 'member' ? fact.name : null;
}

/** The name of what a call calls, or null. */
export function calledName(file: LinkedFile, call: ValueId): string | null {
  const fact = file.facts.values[call];
  return fact?.kind === 'call' && fact.callee !== NONE ? writtenName(file.facts.values[fact.callee]) : null;
}
