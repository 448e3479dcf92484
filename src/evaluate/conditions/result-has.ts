/** `result-has`: what the site returns is itself the receiver of such a use: `superagent.get(url).timeout(5000)`. */
import type { RoleSite, ValueRef } from '../../contracts/program.js';
import { NO, some } from '../answer.js';
import type { ConditionWord } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';
import { sameValue } from '../file-uses.js';
import { roleMatcher } from '../role-query.js';

export const resultHas: ConditionWord<'result-has'> = (query, compiler) => {
  const matcher = roleMatcher(query, compiler);
  return (site, evaluation) => {
    const { value } = site;
    if (value === null) return NO;
    const uses = evaluation.roleSites(query.roles, 'wide').filter((use) => isReceiver(value, use, evaluation));
    return some(uses.map((use) => matcher.matches(use, site, evaluation)));
  };
};

/** Is the value what the use is called on, directly, through a variable, or through calls that give back their receiver? */
function isReceiver(value: ValueRef, use: RoleSite, { program }: Evaluation): boolean {
  if (use.created !== null && sameValue(use.created, value)) return true;
  const { file } = use.value;
  const fact = program.fact(use.value);
  const subject = fact.kind === 'call' ? program.fact({ file, id: fact.callee }) : fact;
  if (subject.kind !== 'member') return false;
  const receiver = { file, id: subject.object };
  return sameValue(receiver, value) || program.sourcesOf(receiver).some((source) => sameValue(source, value));
}
