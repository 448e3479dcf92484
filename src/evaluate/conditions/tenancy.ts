/** `tenant`: whether the project keeps tenants apart, and whether a query does. */
import { answerOf, NO, unknown } from '../answer.js';
import type { ConditionWord } from '../compiler.js';

export const tenant: ConditionWord<'tenant'> = (what) => (site, { program }) => {
  if (what === 'multi') {
    const { multiTenant, reason, evidence } = program.tenancy;
    return answerOf(multiTenant, { reason, related: evidence });
  }
  if (site.query === null) return NO;
  const { owned, filtered, reason, evidence } = site.query.tenant;
  if (what === 'owned') return answerOf(owned, { related: evidence });
  return filtered === 'unknown' ? unknown(reason, { related: evidence }) : answerOf(filtered, { reason, related: evidence });
};
