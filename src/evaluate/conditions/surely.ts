/** `surely`: the condition is known to hold; what cannot be told counts as no. */
import { NO } from '../answer.js';
import type { ConditionWord } from '../compiler.js';

export const surely: ConditionWord<'surely'> = (operand, compiler) => {
  const holds = compiler.condition(operand);
  return (site, evaluation) => {
    const answer = holds(site, evaluation);
    return answer.truth === 'unknown' ? NO : answer;
  };
};
