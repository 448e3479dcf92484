/** `result-has`: what the site returns is itself the receiver of such a use: `superagent.get(url).timeout(5000)`. */
import type { Program, RoleSite, ValueRef } from '../../contracts/program.js';
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
function isReceiver(value: ValueRef, use: RoleSite, evaluation: Evaluation): boolean {
  const { program } = evaluation;
  if (use.created !== null && sameValue(use.created, value)) return true;
  const { file } = use.value;
  const fact = program.fact(use.value);
  const subject = fact.kind === 'call' ? program.fact({ file, id: fact.callee }) : fact;
  if (subject.kind !== 'member') return false;
  const receiver = { file, id: subject.object };
  return [receiver, ...program.sourcesOf(receiver)].some((source) => sameValue(madeOf(source, program), value) || sameValue(source, value));
}

/** The innermost receiver of calls that give it back: `createJob(data)` of `createJob(data).setId(id)`. */
function madeOf(value: ValueRef, program: Program): ValueRef {
  const fact = program.fact(value);
  const callee = fact.kind === 'call' ? program.fact({ file: value.file, id: fact.callee }) : null;
  if (callee?.kind !== 'member') return value;
  const receiver = { file: value.file, id: callee.object };
  const paths = new Set(program.apiPaths(receiver));
  return program.apiPaths(value).some((path) => paths.has(path)) ? madeOf(receiver, program) : value;
}
