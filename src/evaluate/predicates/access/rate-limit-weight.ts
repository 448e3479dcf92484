/** `rate-limit.for-administrators`: routes on which many calls do little harm. */
import { guardOf } from '../../authentication/guards.js';
import { answerOf, NO } from '../../answer.js';
import type { Predicate } from '../index.js';

const ADMINISTRATION = /(?:^|\/)(?:super-?)?(?:admins?|administration|backoffice)(?:\/|$)/i;
/** `requireAdmin`, `authorize('admin')`, and nobody else beside them. */
const ADMINISTRATORS = /admin|superuser/i;
const OTHERS = /user(?!s?admin)|member|customer|staff|student|teacher|editor|manager|owner|guest/i;

/** Does a guard on the way to the handler let administrators in only, by the route's path or by what the guard is called? */
export const forAdministrators: Predicate = (site, _operand, { program }) => {
  const { route } = site;
  if (route === null || guardOf(route, program).truth !== 'yes') return NO;
  return answerOf(ADMINISTRATION.test(route.path) || route.chain.some((link) => isForThem(program.describe(link.value))));
};

function isForThem(text: string): boolean {
  const withoutSuperuser = text.replaceAll(/superuser/gi, 'admin');
  return ADMINISTRATORS.test(text) && !OTHERS.test(withoutSuperuser);
}
