/** `present`, `absent`, `set`: is the argument or option there, and does it switch something on? */
import type { ValueRef } from '../../contracts/program.js';
import type { Scalar } from '../../contracts/vocabulary.js';
import { answerOf, negate, NO, unknown, yes } from '../answer.js';
import type { Answer } from '../answer.js';
import type { JudgeValue, TestWord } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';
import { constantsOf } from '../subject.js';

const isPresent: JudgeValue = (subject, evaluation) => {
  if (subject.presence === 'unknown') return unknown('whether it is given on every path');
  return answerOf(subject.presence, placeOf(subject.values[0], evaluation));
};

export const present: TestWord<'present'> = () => isPresent;

export const absent: TestWord<'absent'> = () => (subject, evaluation) => negate(isPresent(subject, evaluation));

/** A constant `undefined`, `null` or `false` is as good as nothing; a value that cannot be told counts as set. */
export const set: TestWord<'set'> = () => (subject, evaluation): Answer => {
  if (subject.presence === 'no') return NO;
  const { all, others } = constantsOf(subject, evaluation);
  const unset = all.filter(isUnset).length;
  if (unset > 0 && unset === all.length && others.length === 0) return NO;
  if (unset > 0 || subject.presence === 'unknown') return unknown('whether it is set on every path', placeOf(subject.values[0], evaluation));
  return yes(placeOf(subject.values[0], evaluation));
};

function isUnset(constant: Scalar): boolean {
  return constant === null || constant === false;
}

function placeOf(value: ValueRef | undefined, { program }: Evaluation) {
  return value === undefined ? {} : { related: [{ location: program.location(value), text: 'set here' }] };
}
