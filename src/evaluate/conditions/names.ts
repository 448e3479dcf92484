/** `role`, `name`, `in-function`: what the site is called. */
import type { ConditionWord } from '../compiler.js';
import { answerOf } from '../answer.js';
import { matchesRole } from '../roles.js';
import { ABSENT, scalarSubject } from '../subject.js';

export const role: ConditionWord<'role'> = (roles) => (site, { program }) => {
  const own = site.role ? [site.role.role] : [];
  const others = site.value ? program.rolesAt(site.value).map((each) => each.role) : [];
  return answerOf([...own, ...others].some((each) => matchesRole(each, roles)));
};

export const name: ConditionWord<'name'> = (operand, compiler) => {
  const test = compiler.test(operand);
  return (site, evaluation) => {
    const answer = test(scalarSubject(site.label), evaluation);
    // The name is no value that a message should speak of as `{value}`.
    return { ...answer, evidence: { ...answer.evidence, values: {} } };
  };
};

/** The innermost function that has a name; an arrow function handed to a call has none. */
export const inFunction: ConditionWord<'in-function'> = (operand, compiler) => {
  const test = compiler.test(operand);
  return (site, evaluation) => {
    if (site.value === null) return test(ABSENT, evaluation);
    const { file } = site.value;
    const { functions } = file.facts;
    let id = file.functionAt(evaluation.program.fact(site.value).start);
    while (id > 0 && functions[id]?.name === '') id = functions[id]!.parent;
    const found = id > 0 ? functions[id]?.name : undefined;
    return test(found === undefined ? ABSENT : scalarSubject(found), evaluation);
  };
};
