/** `written-in-call`: a number that whoever operates the service cannot change and a reader does not find by a name. */
import { NONE } from '../../contracts/facts.js';
import type { ValueFact } from '../../contracts/facts.js';
import type { ValueRef } from '../../contracts/program.js';
import { alternativesOf } from '../alternatives.js';
import { answerOf, NO } from '../answer.js';
import type { Answer } from '../answer.js';
import type { TestWord } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';

/** Further out than options of options stand. */
const MOST_STEPS = 8;

export const writtenInCall: TestWord<'written-in-call'> = () => (subject, evaluation): Answer => {
  const found = subject.values.find((value) => isWritten(value, evaluation) && standsInCall(value) && !evaluation.program.environment.isConfigurationModule(value.file));
  if (found === undefined) return NO;
  const constants = evaluation.program.constants(found);
  return answerOf('yes', { values: { value: (constants ?? []).join(' or ') } });
};

/** Numbers and what is calculated of nothing else; all sides of a choice must be. `env.MAX ?? 100` can be changed, and is none. */
function isWritten({ file, id }: ValueRef, evaluation: Evaluation): boolean {
  const fact = evaluation.program.fact({ file, id });
  const parts = fact.kind === 'logical' ? null : alternativesOf(fact);
  if (parts !== null) return parts.every((part) => isWritten({ file, id: part }, evaluation));
  if (fact.kind === 'binary') return [fact.left, fact.right].every((part) => isWritten({ file, id: part }, evaluation));
  return fact.kind === 'literal' && typeof fact.value === 'number';
}

/** Outwards through what an argument is made of, up to the call. A value that has a name has no such way. */
function standsInCall({ file, id }: ValueRef): boolean {
  let inner = id;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const outer = file.parentOf(inner);
    if (outer === NONE) return false;
    const fact = file.facts.values[outer] as ValueFact;
    if (fact.kind === 'call') return fact.args.includes(inner);
    inner = outer;
  }
  return false;
}
