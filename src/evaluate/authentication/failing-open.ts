/** Guards that let strangers on all the same: what they find out goes nowhere. */
import { NONE } from '../../contracts/facts.js';
import type { ChainLink, FunctionRef, Program, RoleSite } from '../../contracts/program.js';
import { calledName } from '../../contracts/written-name.js';
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
 * The method of a passport guard that makes of the outcome what it likes (`handleRequest(error, user)`), where it gives the user back as it is,
 * with nothing that could refuse.
 */
export function lettingAllOn({ entities }: ChainLink, program: Program): FunctionRef | null {
  for (const entity of entities) {
    if (entity.kind !== 'class' && entity.kind !== 'instance') continue;
    const { file } = entity.ref;
    const own = program.classFact(entity.ref).members.find((member) => member.name === 'handleRequest' && member.function >= 0);
    if (own !== undefined && neverRefuses({ file, id: own.function })) return { file, id: own.function };
  }
  return null;
}

/** Nothing in it throws, and nothing it calls could, but what writes a log. */
export function neverRefuses({ file, id }: FunctionRef): boolean {
  const { start, end, throws } = file.facts.functions[id]!;
  if (throws.length > 0) return false;
  return file.facts.calls.every((call) => {
    const fact = file.facts.values[call]!;
    return fact.start < start || fact.end > end || /^(?:log|debug|info|warn|error|trace|verbose)$/.test(calledName(file, call) ?? '');
  });
}
