/**
 * `route.filled-in`, `with:` a sink: what reaches the site was filled in by users who are signed in, field by field: no link of a stranger
 * brings it, and each route on which it is read turns away who is not known.
 */
import { NO, yes } from '../../answer.js';
import { isOfSignedInUsers, requestDataReaching, sinkOf } from '../../authentication/senders.js';
import type { Predicate } from '../index.js';

/** Answers no where no request data is seen to reach the site, or no route is known on which it is read. */
export const filledIn: Predicate = ({ role }, operand, { program }) => {
  const sink = sinkOf(operand, 'route.filled-in');
  const read = role === null ? [] : requestDataReaching(role, sink, program);
  return read.length > 0 && read.every((origin) => isOfSignedInUsers(origin, program)) ? yes({ reason: 'signed-in users fill it in' }) : NO;
};
