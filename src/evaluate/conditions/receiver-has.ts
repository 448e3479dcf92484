/** `receiver-has`: the client object on which the site calls is used in that role somewhere. */
import type { RoleSite, ValueRef } from '../../contracts/program.js';
import { NO, some } from '../answer.js';
import { packageOf } from '../names/api-package.js';
import type { ConditionWord } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';
import { keyOf } from '../file-uses.js';
import { roleMatcher } from '../role-query.js';

export const receiverHas: ConditionWord<'receiver-has'> = (query, compiler) => {
  const matcher = roleMatcher(query, compiler);
  return (site, evaluation) => {
    const { role } = site;
    if (role === null) return NO;
    const uses = evaluation.roleSites(query.roles, 'wide').filter((use) => isSameReceiver(role, use, evaluation));
    return some(uses.map((use) => matcher.matches(use, site, evaluation)));
  };
};

/**
 * The same call made both receivers; or both are the library's own default instance (`axios.get`, `axios.defaults`); or,
 * where no creator is seen, the receivers come from one value.
 */
export function isSameReceiver(role: RoleSite, use: RoleSite, evaluation: Evaluation): boolean {
  if (role.created !== null && use.created !== null) return keyOf(role.created) === keyOf(use.created);
  if (isDefaultInstance(role.path) && isDefaultInstance(use.path)) return packageOf(role.path) === packageOf(use.path);
  const ours = receiverOf(role, evaluation);
  const theirs = receiverOf(use, evaluation);
  if (ours === null || theirs === null) return false;
  const sources = new Set(evaluation.program.sourcesOf(ours).map(keyOf));
  return evaluation.program.sourcesOf(theirs).some((source) => sources.has(keyOf(source)));
}

function isDefaultInstance(path: string): boolean {
  return !path.includes('#') && !path.includes('()');
}

/** The object whose member is called, read or assigned. */
function receiverOf(role: RoleSite, { program }: Evaluation): ValueRef | null {
  const { file } = role.value;
  if (role.entry.use === 'write') return role.value;
  const fact = program.fact(role.value);
  const subject = fact.kind === 'call' ? program.fact({ file, id: fact.callee }) : fact;
  return subject.kind === 'member' ? { file, id: subject.object } : null;
}
