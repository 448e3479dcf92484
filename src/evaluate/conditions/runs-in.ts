/** `runs-in: browser`: the site's file is front-end code, which a server never runs. */
import { NO, yes } from '../answer.js';
import type { ConditionWord } from '../compiler.js';

export const runsIn: ConditionWord<'runs-in'> = () => (site, { program }) => {
  if (site.value === null || !program.frontEnd.has(site.value.file.facts.path)) return NO;
  return yes({ reason: 'it is front-end code' });
};
