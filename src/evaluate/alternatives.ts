/** What a value may be, one step inwards: the branches of a choice, and what `await`, casts and spreads hand on. */
import type { ValueFact, ValueId } from '../contracts/facts.js';

/** @returns null for a value that stands for itself; of `a && b` only b, because a is only asked. */
export function alternativesOf(fact: ValueFact): ValueId[] | null {
  switch (fact.kind) {
    case 'conditional':
      return [fact.whenTrue, fact.whenFalse];
    case 'logical':
      return fact.operator === '&&' ? [fact.right] : [fact.left, fact.right];
    case 'await':
    case 'cast':
    case 'spread':
      return [fact.operand];
    default:
      return null;
  }
}
