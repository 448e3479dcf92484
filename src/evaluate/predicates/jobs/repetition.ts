/** `once.*`: whether work that may run twice for one thing is kept from being done twice. */
import type { DataQuery, FunctionRef, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import { queriesIn } from '../../authentication/effects.js';
import { keyOf as keyOfValue } from '../../file-uses.js';
import { functionAround, functionsOfEntity, keyOf } from '../../reach/reach.js';
import { lookedUp, onceIn, stateAsked } from '../../repetition/once.js';
import { uniqueColumnOf } from '../../repetition/unique-rows.js';
import { repeatedWork } from '../../repetition/repeated-work.js';
import type { RepeatedWork } from '../../repetition/repeated-work.js';
import type { Site } from '../../site.js';
import type { Predicate } from '../index.js';

/** Calls outwards from a payment. */
const MAXIMUM_CALLS = 3;
const MAXIMUM_CALLERS = 12;

/** `once.repeated-by`, with `webhook`, `payment`, `message` or `consumer`: who sends the same thing again. */
export const repeatedBy: Predicate = (site, operand, { program }) => answerOf(workAt(site, program)?.by === operand);

/** `once.harm`, with `payment`, `amount`, `row` or `message`: what is done twice; fills `{value}`. */
export const harm: Predicate = (site, operand, { program }) => {
  const found = workAt(site, program)?.harms.find(({ kind }) => kind === operand);
  if (found === undefined) return NO;
  return yes({ values: { value: found.text }, related: [{ location: program.location(found.at), text: found.text }] });
};

/** `once.kept`: a key, an event's id, a unique row or a lock; unknown where only the state is asked for that the work leaves. */
export const keptOnce: Predicate = (site, _operand, { program }) => {
  const work = workAt(site, program);
  if (work !== undefined) return kept(work.functions, work.queries, work.harms.map(({ at }) => at), program);
  if (site.value === null) return NO;
  const { inside, before } = functionsTowards(site.value, program);
  const chained = onceIn(before);
  if (chained?.sure === 'yes') return kept(before, [], [], program);
  // A key that stands beside the payment may be that of another call.
  const beside = onceIn(inside) ?? chained;
  if (beside !== null) return unknown('whether it is this payment that is known again', { related: [{ location: program.location(beside.at), text: program.describe(beside.at) }] });
  return kept([], queriesIn(inside.map((ref) => ({ ref, depth: 0 })), program), [site.value], program);
};

/** `once.random-key`: the key is made anew in this function and goes nowhere else, so that a repeated request has another one. */
export const randomKey: Predicate = ({ role }, _operand, { program }) => {
  const key = role === null ? null : program.argument(role, 'key');
  if (key === null) return NO;
  const made = madeOnceFor(key, program);
  return answerOf(made !== null && program.rolesAt(made).some((each) => each.role === 'value.random'));
};

const BY_VALUE = new WeakMap<Program, ReadonlyMap<string, RepeatedWork>>();

function workAt({ value }: Site, program: Program): RepeatedWork | undefined {
  let known = BY_VALUE.get(program);
  if (known === undefined) BY_VALUE.set(program, (known = new Map(repeatedWork(program).map((work) => [keyOfValue(work.value), work]))));
  return value === null ? undefined : known.get(keyOfValue(value));
}

function kept(functions: readonly FunctionRef[], queries: readonly DataQuery[], works: readonly ValueRef[], program: Program): Answer {
  const sign = onceIn(functions);
  const at = sign?.sure === 'yes' ? sign.at : lookedUp(queries);
  if (at !== null) return yes({ reason: 'what was done before is known again', related: [{ location: program.location(at), text: program.describe(at) }], confidence: 'medium' });
  if (sign !== null) return unknown('what is there only once, or locked', { related: [{ location: program.location(sign.at), text: program.describe(sign.at) }] });
  // The row of a payment holds the id that the provider gives to each anew.
  const unique = functions.length > 0 ? uniqueColumnOf(queries, program) : null;
  if (unique !== null) return unknown(`whether the second is refused by ${unique.name}, of which there is only one`, { related: [{ location: unique.location, text: `${unique.name} is unique` }] });
  const asked = works.map((work) => stateAsked(work, program)).find((each) => each !== null) ?? null;
  return asked === null ? NO : unknown('whether two at once are told apart, or only what has finished', { related: [{ location: program.location(asked), text: 'asks for what was done before' }] });
}

/** The function around the value and those that lead to it, and what runs before the handlers among them. */
function functionsTowards(value: ValueRef, program: Program): { inside: FunctionRef[]; before: FunctionRef[] } {
  const found = new Map<string, FunctionRef>();
  let level = [value];
  for (let calls = 0; calls <= MAXIMUM_CALLS && level.length > 0; calls += 1) {
    const fresh: FunctionRef[] = [];
    for (const each of level) {
      for (let ref = functionAround(each); ref.id !== 0 && !found.has(keyOf(ref)); ref = { file: ref.file, id: program.functionFact(ref).parent }) {
        found.set(keyOf(ref), ref);
        fresh.push(ref);
      }
    }
    level = fresh.flatMap((ref) => program.callersOf(ref).slice(0, MAXIMUM_CALLERS));
  }
  const before = program.routes.filter(({ handler }) => handler !== null && found.has(keyOf(handler))).flatMap(({ chain }) => chain.filter(({ kind }) => kind !== 'error-handler').flatMap((link) => link.entities.flatMap((entity) => functionsOfEntity(program, entity))));
  return { inside: [...found.values()], before };
}

/** The call that makes the key, written there or in a variable that is used for nothing else. */
function madeOnceFor({ file, id }: ValueRef, program: Program): ValueRef | null {
  const fact = program.fact({ file, id });
  if (fact.kind === 'call') return { file, id };
  if (fact.kind !== 'reference' || fact.binding < 0) return null;
  const binding = file.facts.bindings[fact.binding]!;
  const [write] = binding.writes;
  return write !== undefined && binding.writes.length === 1 && binding.uses.length === 1 && binding.function !== 0 ? madeOnceFor({ file, id: write.value }, program) : null;
}
