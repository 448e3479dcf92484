/** Guards that let strangers on all the same: what they find out goes nowhere. */
import { NONE } from '../../contracts/facts.js';
import type { ValueId } from '../../contracts/facts.js';
import type { ChainLink, FunctionRef, Program, RoleSite } from '../../contracts/program.js';
import { calledName, writtenName } from '../../contracts/written-name.js';
import { usesIn } from '../file-uses.js';
import { isSwallowed } from './function-signs.js';

/** A verification of the request that refuses by throwing, where nobody waits for it or what it throws is caught and forgotten. */
export function losesFailure(use: RoleSite, program: Program): boolean {
  const { value } = use;
  if (!program.rolesAt(value).some(({ role, entry }) => role === 'jwt.verify.request' && entry.attributes['asynchronous'] === true)) return false;
  return isAloneCall(use, program) || isSwallowed(value.file, value.id);
}

/** `request.jwtVerify();`: a promise that nobody waits for, and no callback. */
export function isAloneCall({ value }: RoleSite, program: Program): boolean {
  const { file, id } = value;
  const fact = program.fact(value);
  if (fact.kind !== 'call' || fact.args.some((argument) => file.facts.values[argument]?.kind === 'function')) return false;
  return file.parentOf(id) === NONE && !usesIn(file).isTaken(id);
}

/**
 * A guard of a library that is told to let those on who show nothing; or the method of a passport guard that makes of the outcome what it likes
 * (`handleRequest(error, user)`), where it gives the user back as it is, with nothing that could refuse.
 */
export function isLettingAllOn({ entities, value }: ChainLink, program: Program): boolean {
  const guards = [value, ...program.sourcesOf(value)].flatMap((each) => program.rolesAt(each)).filter(({ role }) => role === 'auth.guard');
  if (guards.length > 0 && guards.every((guard) => isOptional(guard, program))) return true;
  return entities.some((entity) => {
    if (entity.kind !== 'class' && entity.kind !== 'instance') return false;
    const own = program.classFact(entity.ref).members.find((member) => member.name === 'handleRequest' && member.function >= 0);
    return own !== undefined && letsAllOn({ file: entity.ref.file, id: own.function });
  });
}

/** `credentialsRequired: false`, `passthrough: true`, as models name such options. */
function isOptional(guard: RoleSite, program: Program): boolean {
  const isAlways = (name: string, wanted: boolean) => {
    const given = program.argument(guard, name);
    const constants = given === null ? null : program.constants(given);
    return constants !== null && constants.length > 0 && constants.every((constant) => constant === wanted);
  };
  return isAlways('required', false) || isAlways('passthrough', true);
}

/** Nothing in it looks at the error or at the user before it throws; what it is told besides, as that a token is too old, is about those who showed one. */
function letsAllOn({ file, id }: FunctionRef): boolean {
  const { throws, parameters } = file.facts.functions[id]!;
  const [error, user] = parameters.map(({ name }) => name);
  const asksWho = (condition: number) => condition >= 0 && file.valuesWithin(file.facts.values[condition]!.start, file.facts.values[condition]!.end).some((value) => [error, user].includes(writtenName(file.facts.values[value]!) ?? ''));
  const isForSome = (at: number) => {
    for (let block = file.blockAt(at); block >= 0 && file.facts.blocks[block]!.kind !== 'function'; block = file.facts.blocks[block]!.parent) {
      if (file.facts.blocks[block]!.kind === 'then') return !asksWho(file.facts.blocks[block]!.condition);
    }
    return false;
  };
  return throws.every((thrown) => isForSome(file.facts.values[thrown]!.start)) && callsBesideLogs({ file, id }).every((call) => {
    const fact = file.facts.values[call]!;
    return fact.kind === 'call' && fact.isNew;
  });
}

const LOGS = /^(?:log|debug|info|warn|error|trace|verbose)$/;

/** Nothing in it throws, and nothing it calls could, but what writes a log. */
export function neverRefuses(ref: FunctionRef): boolean {
  return ref.file.facts.functions[ref.id]!.throws.length === 0 && callsBesideLogs(ref).length === 0;
}

/** The calls in a function, and in those written in it, that do more than write a log. */
function callsBesideLogs({ file, id }: FunctionRef): ValueId[] {
  const { start, end } = file.facts.functions[id]!;
  return file.facts.calls.filter((call) => {
    const fact = file.facts.values[call]!;
    return fact.start >= start && fact.end <= end && !LOGS.test(calledName(file, call) ?? '');
  });
}
