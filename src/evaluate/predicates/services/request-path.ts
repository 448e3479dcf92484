/** `request.reaches`: does the site run while somebody waits for the answer to a request? */
import { answerOf, NO, yes } from '../../answer.js';
import { functionAround } from '../../reach/reach.js';
import { HANDED_OUT, wayFromRoute } from '../../reach/request-reach.js';
import { requestWaitingFor } from '../../work/request-waits.js';
import type { Predicate } from '../index.js';

/** Places that a finding shows. */
const MAXIMUM_PLACES = 6;

export const reachedByRequest: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const way = wayFromRoute(program, functionAround(value));
  return way === null || HANDED_OUT.test(way[0]?.text ?? '') ? NO : yes({ reason: 'a request waits for it', related: way.slice(0, MAXIMUM_PLACES) });
};

/** `request.waits`: a request waits for its end, on the way by which it is reached. */
export const waitsForIt: Predicate = ({ value }, _operand, { program }) => answerOf(value !== null && requestWaitingFor(value, program) !== null);
