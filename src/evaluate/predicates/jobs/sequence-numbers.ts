/** `sequence.*`: numbers that are to be given once. */
import { answerOf, NO, unknown } from '../../answer.js';
import { onceIn } from '../../repetition/once.js';
import { sequenceNumbers } from '../../repetition/sequence-numbers.js';
import { functionAround } from '../../reach/reach.js';
import type { Predicate } from '../index.js';

/** `sequence.counter`: a variable of the process is counted up; else it is one more than what a query found. */
export const isCounter: Predicate = ({ value }, _operand, { program }) => answerOf(value !== null && sequenceNumbers(program).some((each) => each.kind === 'counter' && each.value.id === value.id && each.value.file === value.file));

/** `sequence.guarded`: unknown where a lock, a unique row or a repeated try stands beside it, which may be about it. */
export const sequenceGuarded: Predicate = ({ value }, _operand, { program }) => {
  const around = value === null ? null : functionAround(value);
  const callers = around === null ? [] : program.callersOf(around).slice(0, 12).map(functionAround);
  const sign = around === null ? null : onceIn([around, ...callers]);
  return sign === null ? NO : unknown('whether what is there only once, or locked, is about this number', { related: [{ location: program.location(sign.at), text: program.describe(sign.at) }] });
};
