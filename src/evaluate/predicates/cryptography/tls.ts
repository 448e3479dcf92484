/** `tls.*`: how the certificate of a peer is checked. */
import { NONE } from '../../../contracts/facts.js';
import type { FunctionFact } from '../../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Predicate } from '../index.js';

const OWN_MACHINE = /^(?:[a-z]+:\/\/)?(?:localhost|127(?:\.\d+){3}|\[?::1\]?|0\.0\.0\.0)(?::\d+)?(?:\/|$)/i;

/** Does the connection end on the same machine? Known by the host that stands beside the setting. */
export const ownHost: Predicate = (site, _operand, { program }) => {
  if (site.role === null) return NO;
  const hosts = program.argumentList(site.role, 'host').flatMap((host) => program.constants(host) ?? [null]);
  return answerOf(hosts.length > 0 && hosts.every((host) => typeof host === 'string' && OWN_MACHINE.test(host)));
};

/** What a setting is called that exists to switch the check off. */
const CONSENT = /allow|insecure|unauthori[sz]ed|self.?signed|skip|no.?verify|ignore|untrusted|trust.?all/i;

/** Modes of a connection that encrypt and check nothing, as libpq names them and Prisma does. */
const UNCHECKED_MODE = /^(?:require|prefer|allow|no[-_]verify|accept_invalid_certs)$/i;

/** Does it happen only where a setting says, by its name or by the mode it asks for, that certificates are not to be checked? */
export const askedFor: Predicate = (site, _operand, { program }) => {
  if (site.value === null) return NO;
  const asked = program.guardsOf(site.value).find((guard) => {
    if (guard.cases.length > 0) return namesModes(guard.cases, program);
    return guard.holds && (CONSENT.test(program.describe(guard.condition)) || namesModes(comparedIn(guard.condition, program), program));
  });
  if (asked === undefined) return NO;
  return yes({ related: [{ location: program.location(asked.condition), text: 'the setting' }] });
};

function namesModes(values: readonly ValueRef[], program: Program): boolean {
  return values.length > 0 && values.every((value) => program.constants(value)?.every((each) => typeof each === 'string' && UNCHECKED_MODE.test(each)) ?? false);
}

/** What a value is compared with for the condition to hold: both constants of `mode === 'require' || mode === 'prefer'`. */
function comparedIn(condition: ValueRef, program: Program): ValueRef[] {
  const fact = program.fact(condition);
  const part = (id: number): ValueRef => ({ file: condition.file, id });
  if (fact.kind === 'logical' && fact.operator === '||') return [fact.left, fact.right].flatMap((id) => comparedIn(part(id), program));
  if (fact.kind !== 'binary' || (fact.operator !== '===' && fact.operator !== '==')) return [];
  return [fact.left, fact.right].map(part).filter((side) => program.constants(side) !== null);
}

/**
 * Does the check of the host's name let every name pass? Node takes `undefined` for consent: a function that calls nothing,
 * throws nothing and returns nothing consents always.
 */
export const acceptsAnyName: Predicate = (site, _operand, { program }) => {
  if (site.role === null) return NO;
  const checks = program.argumentList(site.role, 'check').flatMap((check) => functionsBehind(check, program));
  if (checks.length === 0) return unknown('which function checks the name of the host');
  return answerOf(checks.every(({ file, fact }) => consentsAlways(file, fact, program)));
};

interface FoundFunction {
  file: LinkedFile;
  fact: FunctionFact;
}

function functionsBehind(value: ValueRef, program: Program): FoundFunction[] {
  return program.sourcesOf(value).flatMap((source) => {
    const fact = program.fact(source);
    return fact.kind === 'function' ? [{ file: source.file, fact: program.functionFact({ file: source.file, id: fact.function }) }] : [];
  });
}

function consentsAlways(file: LinkedFile, fact: FunctionFact, program: Program): boolean {
  const calls = file.facts.calls.some((call) => {
    const { start } = file.facts.values[call]!;
    return start > fact.start && start < fact.end && !isLogLike(file, call);
  });
  if (calls || fact.throws.length > 0) return false;
  return fact.returns.every((id) => id === NONE || isNothing(program.constants({ file, id }), file, id));
}

/** Writing a line is no check. */
function isLogLike(file: LinkedFile, call: number): boolean {
  const fact = file.facts.values[call];
  const callee = fact?.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  return callee?.kind === 'member' && /^(?:log|debug|info|warn)$/.test(callee.name ?? '');
}

function isNothing(constants: readonly unknown[] | null, file: LinkedFile, id: number): boolean {
  if (constants !== null) return constants.every((constant) => constant === null || constant === false || constant === true);
  const fact = file.facts.values[id];
  return fact?.kind === 'unary' && fact.operator === 'void';
}
