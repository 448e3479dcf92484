/** `retry.loop`: is the clause that of a loop which tries again? `with: endless` it never gives up, `at-once` it does not pause between several attempts, `in-step` its pause is always the same. */
import { answerOf, NO } from '../../answer.js';
import { retryLoopAround } from '../../failures/retry-loops.js';
import { looksAtFailure } from '../../failures/reactions.js';
import type { CatchClause } from '../../failures/catch-clauses.js';
import { calledName } from '../../../contracts/written-name.js';
import type { Predicate } from '../index.js';

export const retryLoop: Predicate = ({ clause }, operand, evaluation) => {
  const loop = clause === null ? null : retryLoopAround(clause, evaluation.program);
  if (clause === null || loop === null) return NO;
  if (operand === 'endless') return answerOf(!loop.isCapped);
  if (operand === 'at-once') return answerOf(loop.pause === 'none' && !loop.isOnceMore && !makesAnother(clause) && !looksAtFailure(clause, evaluation));
  return answerOf(operand === null || (operand === 'in-step' && loop.pause === 'fixed'));
};

/** `insert(generateToken())`: what is drawn anew may be taken already, and the next one is tried at once. */
function makesAnother({ value: { file }, tried, function: around }: CatchClause): boolean {
  const { name, start, end } = file.facts.functions[around]!;
  const isDrawn = (each: string) => /random|uuid|nanoid|generat|unique/i.test(each);
  return isDrawn(name) || file.facts.calls.some((call) => {
    const fact = file.facts.values[call]!;
    const isInside = fact.start >= tried.start && fact.end <= tried.end && fact.start >= start && fact.end <= end;
    return isInside && isDrawn(calledName(file, call) ?? '');
  });
}
