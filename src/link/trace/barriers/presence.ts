/** Conditions that only ask whether a value is there: `if (name !== null) check(name)` checks every value that is. */
import { isNothingOrEmpty } from '../../../contracts/nothing.js';
import type { BlockId } from '../../../contracts/facts.js';
import { type FileValue, type Linking, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import { type Subject, isSubject } from './aspects.js';

const IS_NOT = new Set(['!==', '!=']);
const IS = new Set(['===', '==']);

/** Does the block run whenever the subject holds a text? */
export function runsWhenPresent(link: Linking, block: BlockId, subject: Subject): boolean {
  const { kind, condition } = subject.file.facts.blocks[block]!;
  if ((kind !== 'then' && kind !== 'else') || condition < 0) return false;
  return asksPresence(link, { file: subject.file, id: condition }, kind === 'then', subject);
}

/** @param holds whether the condition is true where the check runs */
function asksPresence(link: Linking, condition: FileValue, holds: boolean, subject: Subject): boolean {
  const fact = factOf(condition);
  if (fact.kind === 'unary' && fact.operator === '!') return asksPresence(link, sibling(condition, fact.operand), !holds, subject);
  if (fact.kind !== 'binary') return holds && isSubject(link, condition, subject);
  const operators = holds ? IS_NOT : IS;
  const sides = [sibling(condition, fact.left), sibling(condition, fact.right)] as const;
  if (operators.has(fact.operator)) return sides.some((side) => isSubject(link, side, subject)) && sides.some((side) => isNothingOrEmpty(factOf(side)));
  // `typeof name === 'string'`: what is no text has no characters to check.
  return (holds ? IS : IS_NOT).has(fact.operator) && isTypeOf(link, sides, subject);
}

function isTypeOf(link: Linking, sides: readonly FileValue[], subject: Subject): boolean {
  const asked = sides.some((side) => {
    const fact = factOf(side);
    return fact.kind === 'unary' && fact.operator === 'typeof' && isSubject(link, sibling(side, fact.operand), subject);
  });
  return asked && sides.some((side) => {
    const fact = factOf(side);
    return fact.kind === 'literal' && fact.value === 'string';
  });
}
