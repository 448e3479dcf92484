/** Comparisons that constrain a value: equality with constants, `in`, `typeof`, the position in a list. */
import { type FileValue, type Linking, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import type { Barrier } from './barriers.js';
import { isSame } from './same-value.js';

export function comparisonConstrains(link: Linking, ref: FileValue, holds: boolean, subject: FileValue): Barrier | null {
  const fact = factOf(ref);
  if (fact.kind !== 'binary') return null;
  const left = sibling(ref, fact.left);
  const right = sibling(ref, fact.right);
  const equal = fact.operator === '===' || fact.operator === '==';
  const unequal = fact.operator === '!==' || fact.operator === '!=';
  if (fact.operator === 'in') return holds && isSame(link, left, subject) ? 'allow-listed' : null;
  const position = indexOfComparison(link, ref, holds, subject);
  if (position !== null) return position;
  if ((equal && !holds) || (unequal && holds) || (!equal && !unequal)) return null;
  const typeCheck = typeofConstrains(link, left, right, subject);
  if (typeCheck !== null) return typeCheck;
  if (isSame(link, left, subject) && isTextConstant(link, right)) return 'allow-listed';
  return isSame(link, right, subject) && isTextConstant(link, left) ? 'allow-listed' : null;
}

function isTextConstant(link: Linking, ref: FileValue): boolean {
  return link.constants(ref)?.every((constant) => constant !== null) ?? false;
}

/** `typeof x === 'number'`. */
function typeofConstrains(link: Linking, left: FileValue, right: FileValue, subject: FileValue): Barrier | null {
  const fact = factOf(left);
  if (fact.kind !== 'unary' || fact.operator !== 'typeof') return null;
  if (!isSame(link, sibling(left, fact.operand), subject)) return null;
  const names = link.constants(right) ?? [];
  return names.length > 0 && names.every((name) => name === 'number' || name === 'boolean' || name === 'bigint')
    ? 'numeric'
    : null;
}

/** `LIST.indexOf(x) !== -1`, `>= 0`, `> -1`, and their opposites. */
function indexOfComparison(link: Linking, ref: FileValue, holds: boolean, subject: FileValue): Barrier | null {
  const fact = factOf(ref);
  if (fact.kind !== 'binary') return null;
  const call = factOf(sibling(ref, fact.left));
  if (call.kind !== 'call') return null;
  const callee = factOf(sibling(ref, call.callee));
  const argument = call.args[0];
  if (callee.kind !== 'member' || argument === undefined) return null;
  if (callee.name !== 'indexOf' && callee.name !== 'findIndex') return null;
  if (callee.name === 'indexOf' && !isSame(link, sibling(ref, argument), subject)) return null;
  if (isSame(link, sibling(ref, callee.object), subject)) return null;
  const limit = link.constants(sibling(ref, fact.right))?.[0];
  const found =
    (limit === -1 && (fact.operator === '>' || fact.operator === '!==' || fact.operator === '!=')) ||
    (limit === 0 && fact.operator === '>=');
  const missing =
    (limit === -1 && (fact.operator === '===' || fact.operator === '==' || fact.operator === '<=')) ||
    (limit === 0 && fact.operator === '<');
  return (found && holds) || (missing && !holds) ? 'allow-listed' : null;
}
