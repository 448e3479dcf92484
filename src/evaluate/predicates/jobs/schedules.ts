/** `schedule.*`: work that each instance of a service begins by its own clock. */
import type { FunctionRef, Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { calledName } from '../../../contracts/written-name.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import { queriesIn } from '../../authentication/effects.js';
import { signsOf } from '../../authentication/function-signs.js';
import type { Reached } from '../../authentication/reach.js';
import { ordinarilyReached } from '../../reach/ordinary-reach.js';
import { functionsAt } from '../../reach/reach.js';
import { harmsIn } from '../../repetition/harms.js';
import { onceIn } from '../../repetition/once.js';
import type { Predicate } from '../index.js';

const DEPTH = 4;
/** What lets one of several do the work, by the name of what is called. */
const ELECTS = /(?:^|[a-z_])Lock|^(?:un|re|try|red)?lock|mutex|semaphore|leader|^elect|[a-z]Election|[iI]sPrimary|[iI]sMaster|setnx|advisory|acquire|coordinat|^once$/;
/** What a condition around the start of a schedule reads to tell one instance from the others. */
const INSTANCE = /isMaster|isPrimary|isLeader|INSTANCE|WORKER_ID|CRON|SCHEDUL|ROLE|LEADER/;

/** `schedule.changes`: what is begun changes data or writes to people. */
export const changes: Predicate = ({ role }, _operand, { program }) => {
  const reached = reachedFrom(role, program);
  const harmful = harmsIn(reached, program)[0];
  return harmful === undefined ? answerOf(queriesIn(reached, program).some(({ operation }) => operation !== 'read' && operation !== 'unknown')) : yes();
};

/** `schedule.harms`: done once by each instance it does harm: rows, amounts, payments, messages. */
export const harms: Predicate = ({ role }, _operand, { program }) => {
  const [first] = harmsIn(reachedFrom(role, program), program);
  return first === undefined ? NO : yes({ values: { value: first.text }, related: [{ location: program.location(first.at), text: first.text }] });
};

/** `schedule.alone`: a lock, an election or a switch lets one instance do it; unknown where only a condition around its start may. */
export const alone: Predicate = ({ role, value }, _operand, { program }) => {
  const reached = reachedFrom(role, program);
  if (role !== null && program.argument(role, 'alone') !== null) return yes({ reason: 'the library lets one instance run it' });
  const elected = reached.map(({ ref }) => electsIn(ref)).find((each) => each !== null);
  if (elected !== undefined && elected !== null) return yes({ reason: 'one instance is let on', related: [{ location: program.location(elected), text: program.describe(elected) }] });
  const kept = onceIn(reached.map(({ ref }) => ref));
  if (kept?.sure === 'yes') return yes({ reason: 'what was done is not done again', related: [{ location: program.location(kept.at), text: program.describe(kept.at) }] });
  const isSwitched = value !== null && program.guardsOf(value).some(({ condition }) => INSTANCE.test(program.describe(condition)));
  return kept !== null || isSwitched ? unknown('whether one instance alone does it') : NO;
};

function reachedFrom(role: RoleSite | null, program: Program): readonly Reached[] {
  const handler = role === null ? null : program.argument(role, 'handler');
  return handler === null ? [] : ordinarilyReached(program, functionsAt(handler, program), DEPTH);
}

function electsIn(ref: FunctionRef): ValueRef | null {
  const id = signsOf(ref).calls.find((call) => ELECTS.test(calledName(ref.file, call) ?? ''));
  return id === undefined ? null : { file: ref.file, id };
}
