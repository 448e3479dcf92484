/** `tls.*`: how the certificate of a peer is checked. */
import { NONE } from '../../../contracts/facts.js';
import type { FunctionFact } from '../../../contracts/facts.js';
import type { Guard, LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import { usesIn } from '../../file-uses.js';
import type { Predicate } from '../index.js';

/**
 * Is there no connection of which it speaks, or one that is looked at in another way? The object says `tls: false`; a server asks its
 * clients for a certificate (`requestCert`) and judges it itself; the function reads the certificate (`getPeerCertificate`) or cipher.
 */
export const unused: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const { file } = value;
  const beside = file.valuesOfKind('object').map((id) => file.facts.values[id]!).find((fact) => fact.kind === 'object' && fact.properties.some((each) => each.value === value.id));
  const properties = beside?.kind === 'object' ? beside.properties : [];
  const isOff = (name: RegExp): boolean => properties.some((each) => each.name !== null && name.test(each.name) && program.constants({ file, id: each.value })?.includes(false) === true);
  if (properties.some((each) => each.value === value.id && each.name === 'checkServerIdentity') && isOff(/^rejectUnauthorized$/)) return yes({ reason: 'rejectUnauthorized: false beside it is told' });
  const isPlain = isOff(/^(?:tls|ssl|require)$/i);
  if (isPlain || properties.some(({ name }) => name === 'requestCert')) return yes({ reason: isPlain ? 'the connection is not encrypted there' : 'it asks its clients for a certificate' });
  const { start, end } = program.functionFact({ file, id: file.functionAt(program.fact(value).start) });
  const isTop = file.functionAt(program.fact(value).start) === 0;
  const looksAt = !isTop && (file.valuesOfKind('member').some((id) => isWithin(file, id, start, end)) || file.facts.memberWrites.some((write) => write.name === 'requestCert' && write.at > start && write.at < end));
  return looksAt ? yes({ reason: 'the certificate is looked at in another way' }) : NO;
};

/** Methods of a socket that tell what was agreed on (nodejs.org/api/tls.html). */
const LOOKS_AT = /^get(?:PeerCertificate|PeerX509Certificate|Cipher|EphemeralKeyInfo)$/;

function isWithin(file: LinkedFile, id: number, start: number, end: number): boolean {
  const fact = file.facts.values[id]!;
  return fact.kind === 'member' && fact.name !== null && LOOKS_AT.test(fact.name) && fact.start > start && fact.end < end;
}

const OWN_MACHINE = /^(?:[a-z]+:\/\/)?(?:localhost|127(?:\.\d+){3}|\[?::1\]?|0\.0\.0\.0)(?::\d+)?(?:\/|$)/i;

/**
 * Does the connection end on the same machine? Known by the host that stands beside the setting; of a setting for the whole process by
 * the hosts that its file names, which are this machine or fall back to it, where the file is a process of its own: nothing loads it.
 */
export const ownHost: Predicate = (site, _operand, { program }) => {
  if (site.role === null) return NO;
  if (site.value !== null && program.argumentList(site.role, 'host').length === 0 && site.role.role === 'tls.verification.process') return answerOf(probesItself(site.value.file, program));
  const hosts = program.argumentList(site.role, 'host').flatMap((host) => program.constants(host) ?? [null]);
  return answerOf(hosts.length > 0 && hosts.every((host) => typeof host === 'string' && OWN_MACHINE.test(host)));
};

function probesItself(file: LinkedFile, program: Program): boolean {
  if (program.importersOf(file).length > 0) return false;
  const hosts = file.valuesOfKind('object').flatMap((id) => {
    const fact = file.facts.values[id]!;
    return fact.kind === 'object' ? fact.properties.filter(({ name }) => name === 'host' || name === 'hostname') : [];
  });
  return hosts.length > 0 && hosts.every(({ value }) => fallsBackToOwn({ file, id: value }, program));
}

/** `'localhost'`, `process.env.HOST || '127.0.0.1'`. */
function fallsBackToOwn(value: ValueRef, program: Program): boolean {
  const fact = program.fact(value);
  const last = fact.kind === 'logical' ? { file: value.file, id: fact.right } : value;
  const constants = program.constants(last);
  return constants !== null && constants.length > 0 && constants.every((host) => typeof host === 'string' && OWN_MACHINE.test(host));
}

/** What a setting is called that exists to switch the check off … */
const CONSENT = /allow|insecure|unauthori[sz]ed|self.?signed|skip|no.?verify|ignore|bypass|unsafe|untrusted|trust.?all/i;
/** … and one that says that there is to be one: `rejectUnauthorized`, `tlsVerify`, `strictSSL`. */
const DEMAND = /reject|verif|validat|strict/i;
/** `skipValidateServerCert` asks for none again. */
const TURNED = /skip|ignore|bypass|allow|disable|insecure|unsafe|no.?verif/i;

/** Modes of a connection that encrypt and check nothing, as libpq names them and Prisma does. */
const UNCHECKED_MODE = /^(?:require|prefer|allow|no[-_]verify|accept_invalid_certs)$/i;

/** Does it happen only where a setting says, by its name or by the mode it asks for, that certificates are not to be checked? */
export const askedFor: Predicate = (site, _operand, { program }) => {
  if (site.value === null) return NO;
  const asked = program.guardsOf(site.value).find((guard) => {
    if (guard.cases.length > 0) return namesModes(guard.cases, program);
    return consents(guard, program) || (guard.holds && namesModes(comparedIn(guard.condition, program), program));
  });
  if (asked === undefined) return heldAsInsecure(site.value, program);
  return yes({ related: [{ location: program.location(asked.condition), text: 'the setting' }] });
};

/** A setting for it is on, or one against it off; of `isProduction && !isSslDisabled` each part by itself. */
function consents({ condition, holds }: Pick<Guard, 'condition' | 'holds'>, program: Program): boolean {
  const whole = program.fact(condition);
  if (whole.kind === 'logical' && whole.operator === (holds ? '&&' : '||')) return [whole.left, whole.right].some((id) => consents({ condition: { file: condition.file, id }, holds }, program));
  const names = namesIn(condition, program);
  const isOn = holds !== isNegative(condition, program);
  return names.some((name) => (DEMAND.test(name) && !TURNED.test(name) ? !isOn && /tls|ssl|cert|unauthori/i.test(names.join(' ')) : isOn && (CONSENT.test(name) || TURNED.test(name))));
}

/** What is read and asked for in the condition: `config.tls.verify`, `_.get(settings, 'smtp.allowUnauthorizedCerts')`. */
function namesIn({ file, id }: ValueRef, program: Program): string[] {
  const { start, end } = program.fact({ file, id });
  return file.valuesWithin(start, end).flatMap((each) => {
    const fact = file.facts.values[each]!;
    if (fact.kind === 'reference' || fact.kind === 'member') return fact.name === null ? [] : [fact.name];
    return fact.kind === 'literal' && typeof fact.value === 'string' ? [fact.value] : [];
  });
}

/** `!x`, `x === false`, `x === 'false'`. */
function isNegative(condition: ValueRef, program: Program): boolean {
  const fact = program.fact(condition);
  if (fact.kind === 'unary') return fact.operator === '!';
  if (fact.kind !== 'binary' || !/^[!=]==?$/.test(fact.operator)) return false;
  const isOff = [fact.left, fact.right].some((id) => /^(?:false|0)$/.test(String(program.constants({ file: condition.file, id })?.[0] ?? '')));
  return isOff === fact.operator.startsWith('=');
}

/** `this.insecureAgent = new Agent({ rejectUnauthorized: false })`: whoever takes it has asked for it. */
function heldAsInsecure({ file, id }: ValueRef, program: Program): Answer {
  let top = id;
  for (let parent = file.parentOf(top); parent !== NONE; parent = file.parentOf(top)) top = parent;
  const uses = usesIn(file);
  const names = [...uses.writtenTo(top), ...uses.bindingsOf(top).map((binding) => file.facts.bindings[binding]!.name)];
  const held = names.find((name) => /insecure|unsafe|self_?signed/i.test(name));
  return held === undefined ? NO : yes({ reason: `it is called ${held}`, related: [{ location: program.location({ file, id: top }), text: held }] });
}

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

/**
 * Is it the `ssl` of a database's connection? There a chain that is checked and a name that is not is a mode of its own (libpq's
 * `sslmode=verify-ca`, postgresql.org/docs/17/libpq-ssl.html), taken where the host is reached under another name.
 */
export const asVerifyCa: Predicate = ({ value }) => {
  if (value === null) return NO;
  const { file } = value;
  const uses = usesIn(file);
  const names: (string | null)[] = [];
  let top = value.id;
  for (let each = file.parentOf(top); each !== NONE; each = file.parentOf(each)) {
    const fact = file.facts.values[each]!;
    if (fact.kind === 'object') names.push(...fact.properties.filter((property) => property.value === top).map(({ name }) => name));
    names.push(...uses.writtenTo(each), ...uses.bindingsOf(each).map((binding) => file.facts.bindings[binding]!.name));
    top = each;
  }
  names.push(file.facts.functions[file.functionAt(file.facts.values[top]!.start)]!.name);
  return answerOf(names.some((name) => name !== null && /^(?:resolve|get|build|make|create)?_?ssl(?:_?(?:config|options|settings))?$/i.test(name)));
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
