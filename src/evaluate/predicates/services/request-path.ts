/** `request.reaches`: does the site run while somebody waits for the answer to a request? */
import { NO, yes } from '../../answer.js';
import { functionAround } from '../../reach/reach.js';
import { HANDED_OUT, wayFromRoute } from '../../reach/request-reach.js';
import type { Predicate } from '../index.js';

/** Places that a finding shows. */
const MAXIMUM_PLACES = 6;

export const reachedByRequest: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const way = wayFromRoute(program, functionAround(value));
  return way === null || HANDED_OUT.test(way[0]?.text ?? '') ? NO : yes({ reason: 'a request waits for it', related: way.slice(0, MAXIMUM_PLACES) });
};
