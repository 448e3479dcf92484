/** `authz.*`: whether it is asked what a known caller may do. */
import { authorizationOf, isGuardedBefore, recordChanged } from '../../authentication/authorization.js';
import { answerOf, NO, yes } from '../../answer.js';
import type { Predicate } from '../index.js';

/** `authz.changes-record`: a route that a link before it guards changes or deletes a record, and its path names one. */
export const changesRecord: Predicate = ({ route }, _operand, { program }) => {
  const query = route === null ? null : recordChanged(route, program);
  if (query === null) return NO;
  const at = query.value;
  return yes({ values: { value: program.describe(at) }, related: [{ location: program.location(at), text: program.describe(at) }] });
};

/** `authz.guarded-before`: a link of the chain, and not the handler itself, turns strangers away. */
export const guardedBefore: Predicate = ({ route }, _operand, { program }) => answerOf(route !== null && isGuardedBefore(route, program));

/** `authz.decided`: something on the way to the handler, or the handler itself, decides what the caller may do. */
export const decided: Predicate = ({ route }, _operand, { program }) => (route === null ? NO : authorizationOf(route, program));
