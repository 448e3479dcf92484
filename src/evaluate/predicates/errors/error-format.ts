/** `error-format.*`: error answers whose body has another shape than most of the package. */
import { errorShapes } from '../../api/error-shapes.js';
import { answerOf, NO, yes } from '../../answer.js';
import { keyOf } from '../../file-uses.js';
import type { Predicate } from '../index.js';

/** Fewer answers tell nothing of a habit. */
const FEW = 3;

/** The answer has a status of 400 or more and a body whose shape can be told, in a package with some of them. */
export const shaped: Predicate = ({ value }, _operand, evaluation) => {
  const { answers, usual } = errorShapes(evaluation);
  return answerOf(usual !== '' && value !== null && answers.size >= FEW && answers.has(keyOf(value)));
};

/** Another shape than the usual one. */
export const deviates: Predicate = ({ value }, _operand, evaluation) => {
  const { answers, usual, usualCount } = errorShapes(evaluation);
  const answer = value === null ? undefined : answers.get(keyOf(value));
  if (answer === undefined || answer.shapes.includes(usual)) return NO;
  // Where no shape has more than half of the answers there is none that the others depart from.
  const confidence = usualCount * 2 <= answers.size ? 'low' : answer.confidence;
  return yes({ confidence, values: { value: answer.shapes.join(' and '), usual: `${usualCount} of ${answers.size} have ${usual}` } });
};
