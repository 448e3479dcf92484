/** Where a chain of calls begins. */
import type { LinkedFile } from '../../contracts/program.js';

/** The object at the start of a chain of calls. */
export function rootOf(file: LinkedFile, id: number): number {
  const fact = file.facts.values[id];
  if (fact?.kind === 'cast' || fact?.kind === 'await') return rootOf(file, fact.operand);
  const callee = fact?.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  return callee?.kind === 'member' ? rootOf(file, callee.object) : id;
}
