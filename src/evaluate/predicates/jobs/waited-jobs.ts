/**
 * `job.waited`: does something wait until the job is done, and so hear of its failure? `job.by-hand`: does whoever starts it look at it: a function that
 * says that it runs something once, or a file for debugging?
 */
import type { Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { fileNameOf } from '../../../contracts/file-path.js';
import { answerOf, NO } from '../../answer.js';
import { isSameReceiver } from '../../conditions/receiver-has.js';
import type { Evaluation } from '../../evaluation.js';
import { sameValue } from '../../file-uses.js';
import { splitWords } from '../../names/name-words.js';
import type { Predicate } from '../index.js';

export const waited: Predicate = ({ role, value }, _operand, evaluation) => {
  if (role === null || value === null) return NO;
  return answerOf(evaluation.roleSites(['job.wait'], 'wide').some((use) => isWaitedFor(value, role, use, evaluation)));
};

/** The job itself, or one of the same queue that is looked up by its id. */
function isWaitedFor(value: ValueRef, role: RoleSite, use: RoleSite, evaluation: Evaluation): boolean {
  const { program } = evaluation;
  const receiver = receiverOf(use, program);
  if (receiver === null) return false;
  const sources = [receiver, ...program.sourcesOf(receiver)];
  const lookups = sources.flatMap((source) => program.rolesAt(source)).filter((each) => each.role === 'job.status');
  return sources.some((source) => sameValue(source, value)) || lookups.some((lookup) => isSameReceiver(role, lookup, evaluation));
}

function receiverOf({ value }: RoleSite, program: Program): ValueRef | null {
  const fact = program.fact(value);
  const callee = fact.kind === 'call' ? program.fact({ file: value.file, id: fact.callee }) : null;
  return callee?.kind === 'member' ? { file: value.file, id: callee.object } : null;
}

export const byHand: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const name = program.symbolAt(value).split('.').at(-1) ?? '';
  return answerOf(/^(?:run|do|execute|trigger)?once$/i.test(name) || splitWords(fileNameOf(value.file.facts.path)).some((word) => /^debug(?:ging)?$/i.test(word)));
};
