/** `retry.loop`: is the clause that of a loop which tries again? `with: endless` it never gives up, `at-once` it does not pause between several attempts, `in-step` its pause is always the same. */
import { answerOf, NO } from '../../answer.js';
import { retryLoopAround } from '../../failures/retry-loops.js';
import { looksAtFailure } from '../../failures/reactions.js';
import type { Predicate } from '../index.js';

export const retryLoop: Predicate = ({ clause }, operand, evaluation) => {
  const loop = clause === null ? null : retryLoopAround(clause, evaluation.program);
  if (clause === null || loop === null) return NO;
  if (operand === 'endless') return answerOf(!loop.isCapped);
  if (operand === 'at-once') return answerOf(loop.pause === 'none' && !loop.isOnceMore && !looksAtFailure(clause, evaluation));
  return answerOf(operand === null || (operand === 'in-step' && loop.pause === 'fixed'));
};
