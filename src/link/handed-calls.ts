/** Calls that say through the function itself what it runs on: `f.call(self, x)`, `f.apply(self, [x])`, `f.bind(self, x)`. */
import type { ValueFact, ValueId } from '../contracts/facts.js';
import { type FileValue, sibling } from './linking.js';
import { factOf } from './value-graph.js';

export interface HandedCall {
  /** The function that runs. */
  callee: ValueId;
  /** What it is given, as far as that is written out. */
  args: readonly ValueId[];
}

/** @returns null for any other call, and where `bind` gives no argument yet */
export function handedCall(value: FileValue, fact: Extract<ValueFact, { kind: 'call' }>): HandedCall | null {
  const callee = fact.isNew ? undefined : value.file.facts.values[fact.callee];
  if (callee?.kind !== 'member') return null;
  const { name, object } = callee;
  if (name === 'call' || (name === 'bind' && fact.args.length > 1)) return { callee: object, args: fact.args.slice(1) };
  if (name !== 'apply') return null;
  const list = fact.args[1] === undefined ? null : factOf(sibling(value, fact.args[1]));
  return { callee: object, args: list?.kind === 'array' ? list.elements : [] };
}
