/** `argument`, `option`, `client-option`, `attribute`: what is given to the call, or to the one that made its receiver. */
import type { RoleSite } from '../../contracts/program.js';
import type { OptionQuery } from '../../contracts/vocabulary.js';
import { NO, some, unknown, yes } from '../answer.js';
import type { Answer } from '../answer.js';
import { argumentSubject } from '../argument-subject.js';
import type { ConditionWord, JudgeValue } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';
import { ABSENT, propertySubject, scalarSubject } from '../subject.js';

/** Clients made from clients (`got.extend().extend()`) are followed this far. */
const MAX_CREATORS = 5;

export const argument: ConditionWord<'argument'> = (operand, compiler) => {
  const test = compiler.test(operand.is);
  return (site, evaluation) => {
    const subject = site.role ? argumentSubject(site.role, operand.argument, evaluation) : ABSENT;
    const answer = test(subject, evaluation);
    const isUntold = answer.truth === 'unknown' && subject.presence === 'unknown' && subject.values.length === 0;
    return isUntold ? unknown(`whether it is given a ${operand.argument}`, answer.evidence) : answer;
  };
};

export const option: ConditionWord<'option'> = (operand, compiler) => {
  const test = compiler.test(operand.is);
  return (site, evaluation) => (site.role ? optionsPass(site.role, operand, test, evaluation) : NO);
};

export const clientOption: ConditionWord<'client-option'> = (operand, compiler) => {
  const test = compiler.test(operand.is);
  return (site, evaluation) => (site.role ? onCreators(site.role, operand, test, evaluation) : NO);
};

export const attribute: ConditionWord<'attribute'> = (operand, compiler) => {
  const test = compiler.test(operand.is);
  return (site, evaluation) => {
    const value = site.role?.entry.attributes[operand.attribute];
    return test(value === undefined ? ABSENT : scalarSubject(value), evaluation);
  };
};

function optionsPass(role: RoleSite, query: OptionQuery, test: JudgeValue, evaluation: Evaluation): Answer {
  const { program } = evaluation;
  const holder = argumentSubject(role, query.of, evaluation);
  const object = program.argument(role, query.of);
  return some(
    query.options.map((path) => {
      const subject = object === null ? holder : propertySubject(program.property(object, path));
      const answer = test(subject, evaluation);
      const reason = answer.truth === 'unknown' ? `whether ${path.join('.')} is set` : `${path.join('.')} is set`;
      return { ...answer, evidence: { ...answer.evidence, reason } };
    }),
  );
}

function onCreators(role: RoleSite, query: OptionQuery, test: JudgeValue, evaluation: Evaluation): Answer {
  const { program } = evaluation;
  let open: Answer = NO;
  let current: RoleSite = role;
  for (let step = 0; step < MAX_CREATORS; step += 1) {
    const { created } = current;
    if (created === null) return madeByCall(current.path) ? unknown('how the client was made') : open;
    const creators = program.rolesAt(created).filter((site) => query.of in site.entry.arguments);
    if (creators.length === 0) return unknown('the options of the client', { related: [{ location: program.location(created), text: 'the client is made here' }] });
    const answer = some(creators.map((creator) => optionsPass(creator, query, test, evaluation)));
    const related = [{ location: program.location(created), text: 'the client is made here' }];
    if (answer.truth === 'yes') return yes({ ...answer.evidence, reason: `${answer.evidence.reason} where the client is made`, related });
    if (answer.truth === 'unknown') open = answer;
    current = creators[0]!;
  }
  return open;
}

/** A path through a result or an instance has a receiver that some call made; `axios:get` and `global:fetch` have none. */
function madeByCall(path: string): boolean {
  return path.includes('#') || path.includes('()');
}
