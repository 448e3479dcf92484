/** `client-argument`: a named argument of the call that made the receiver, under the name that its model gives it. */
import type { RoleSite, ValueRef } from '../../contracts/program.js';
import { every, NO, some, unknown, yes } from '../answer.js';
import type { Answer } from '../answer.js';
import { argumentSubject } from '../argument-subject.js';
import type { ConditionWord, JudgeValue } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';
import { keyOf } from '../file-uses.js';

/** Clients made from clients (`got.extend().extend()`) are followed this far. */
const MAX_CREATORS = 5;

export const clientArgument: ConditionWord<'client-argument'> = (operand, compiler) => {
  const test = compiler.test(operand.is);
  return (site, evaluation) => {
    const { role } = site;
    if (role === null) return NO;
    const clients = creationsOf(role, evaluation).map((created): RoleSite => ({ ...role, created }));
    return every((clients.length === 0 ? [role] : clients).map((client) => onCreators(client, operand.arguments, test, evaluation)));
  };
};

/** All calls that may have made the receiver: a client can be one of several. */
export function creationsOf(role: RoleSite, { program }: Evaluation): ValueRef[] {
  const fact = program.fact(role.value);
  if (fact.kind !== 'call') return [];
  const seen = new Map<string, ValueRef>();
  for (const entity of program.resolve({ file: role.value.file, id: fact.callee })) {
    if (entity.kind === 'api' && entity.path === role.path && entity.created !== null) seen.set(keyOf(entity.created), entity.created);
  }
  return [...seen.values()];
}

/** Outwards along the calls that made the receiver; a call that the models do not know may set anything. */
function onCreators(role: RoleSite, names: readonly string[], test: JudgeValue, evaluation: Evaluation): Answer {
  let open: Answer = NO;
  let current: RoleSite | undefined = role;
  for (let step = 0; step < MAX_CREATORS && current !== undefined; step += 1) {
    const { created }: RoleSite = current;
    if (created === null) return isMadeByCall(current.path) && step === 0 ? unknown('how the client was made') : open;
    const related = [{ location: evaluation.program.location(created), text: 'the client is made here' }];
    const creators: readonly RoleSite[] = evaluation.program.rolesAt(created);
    if (creators.length === 0) return unknown('what the client was made with', { related });
    const answer = some(creators.map((creator) => onCreator(creator, names, test, evaluation)));
    if (answer.truth === 'yes') return yes({ ...answer.evidence, reason: 'it is set where the client is made', related });
    if (answer.truth === 'unknown') open = unknown('what the client was made with', { related });
    current = creators.find((creator) => creator.created !== null) ?? creators[0];
  }
  return open;
}

function onCreator(creator: RoleSite, names: readonly string[], test: JudgeValue, evaluation: Evaluation): Answer {
  const known = names.filter((name) => name in creator.entry.arguments);
  return some(known.map((name) => test(argumentSubject(creator, name, evaluation), evaluation)));
}

/** A path through a result or an instance has a receiver that some call made; `axios:get` and `global:fetch` have none. */
function isMadeByCall(path: string): boolean {
  return path.includes('#') || path.includes('()');
}
