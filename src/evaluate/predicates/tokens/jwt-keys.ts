/** Keys of tokens: where they come from, and whether they are shared secrets or public keys. */
import type { EnvironmentRead, Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import { guardOfStage } from '../../stages.js';
import { isReplacedInProduction } from '../../conditions/profiles.js';
import { keyOf } from '../../file-uses.js';
import { writtenName } from '../../../contracts/written-name.js';
import { readsBehind } from '../configuration/environment-reads.js';
import { refusalOf } from '../configuration/refused-values.js';
import { hasFallback } from '../../value-tests/environment-fallback.js';
import type { Predicate } from '../index.js';

/** HMAC keys are at least as long as the hash: 32 bytes for SHA-256 (RFC 7518, 3.2). */
const MINIMUM_BYTES = 32;
const PUBLIC_TEXT = /BEGIN (?:RSA |EC )?PUBLIC KEY|BEGIN CERTIFICATE/;
const PRIVATE_TEXT = /BEGIN (?:RSA |EC |ENCRYPTED )?PRIVATE KEY/;
const PUBLIC_NAME = /pub(?:lic)?[-_. ]?(?:key|pem)|^public|_public|certificate|(?:^|[-_./])certs?\b|\.(?:crt|cer|pub)\b|public[\w.-]*\.pem|pub\.pem|x509|jwks|spki/i;
const SECRET_NAME = /secret|passphrase|password|hmac/i;
/** Functions that make key bytes from a text; the first argument is the text. */
const ENCODERS = new Set(['from', 'encode', 'createSecretKey', 'trim', 'toString', 'replace', 'String']);

const KINDS = ['fallback', 'private-key', 'short-literal', 'literal', 'environment', 'file'] as const;
type KeyOrigin = (typeof KINDS)[number] | 'public-key' | 'unknown';

interface KeySource {
  origin: KeyOrigin;
  at: ValueRef;
}

/** `with:` where the key comes from. `environment` and `file` demand it of every alternative. */
export const keyOrigin: Predicate = (site, operand, { program }) => {
  const wanted = KINDS.find((kind) => kind === operand);
  if (wanted === undefined) throw new Error(`jwt.key-origin takes one of ${KINDS.join(', ')}`);
  if (site.role === null) return NO;
  const sources = keySources(site.role, program);
  const isOpen = sources.length === 0 || sources.some((source) => source.origin === 'unknown');
  const summary = summaryOf(sources);
  if (summary?.origin === wanted) return yes({ related: [{ location: program.location(summary.at), text: 'the key' }] });
  return summary === null && isOpen ? unknown('where the key comes from') : NO;
};

/** `jwt.key-may-be-missing`: it comes from variables alone, one of which has neither a fallback nor a check at start-up. */
export const keyMayBeMissing: Predicate = (site, _operand, { program }) => {
  if (site.role === null) return NO;
  const sources = keySources(site.role, program);
  if (sources.length === 0 || sources.some((source) => source.origin !== 'environment')) return NO;
  const reads = sources.flatMap(({ at }) => readsBehind(at, program.trace(at, { sink: 'value' }).origins, program));
  const read = reads.find((each) => each.validated === null && each.fallback.kind === 'none');
  return read === undefined ? NO : yes({ related: [{ location: program.location(read.value), text: 'the key, which nothing checks at start-up' }] });
};

/** The worst of the alternatives; null when nothing can be said. */
function summaryOf(sources: readonly KeySource[]): KeySource | null {
  const first = (origin: KeyOrigin) => sources.find((source) => source.origin === origin) ?? null;
  const literal = first('short-literal') ?? first('literal');
  const beside = literal === null ? null : first('environment');
  if (literal !== null && beside !== null) return { origin: 'fallback', at: literal.at };
  return first('fallback') ?? first('private-key') ?? literal ?? (first('unknown') === null ? (first('environment') ?? first('file')) : null);
}

/** Literals count only when the data flow, which keeps calls of one helper apart, finds them too. */
function keySources(site: RoleSite, program: Program): KeySource[] {
  return program.argumentList(site, 'key').flatMap((key) => {
    const reaching = new Set(program.trace(key, { sink: 'value' }).origins.flatMap((origin) => (origin.kind === 'constant' && !origin.lossy ? [keyOf(origin.value)] : [])));
    return sourcesOfKey(key, program, 0).filter((source) => program.fact(source.at).kind !== 'literal' || source.origin === 'fallback' || reaching.has(keyOf(source.at)));
  });
}

function sourcesOfKey(key: ValueRef, program: Program, depth: number): KeySource[] {
  return program.sourcesOf(key).flatMap((source): KeySource[] => {
    if (guardOfStage(source, 'not-production', program) !== null || isReplacedInProduction(source, program)) return [];
    const fact = program.fact(source);
    const constants = program.constants(source);
    if (constants !== null) return refusalOf(source, program) === null ? constants.flatMap((constant) => ofConstant(constant, source)) : [{ origin: 'unknown', at: source }];
    if (fact.kind === 'array') return fact.elements.flatMap((element) => sourcesOfKey({ file: source.file, id: element }, program, depth + 1));
    const text = depth < 6 ? encodedText(source, program) : null;
    return text === null ? ofTrace(source, program) : sourcesOfKey(text, program, depth + 1);
  });
}

function ofConstant(constant: unknown, at: ValueRef): KeySource[] {
  // An empty key is refused by the libraries when it is first used (jsonwebtoken 9, jose 6); `secret-fallback` tells of it.
  if (typeof constant !== 'string' || constant === '') return [];
  if (PUBLIC_TEXT.test(constant)) return [{ origin: 'public-key', at }];
  if (PRIVATE_TEXT.test(constant)) return [{ origin: 'private-key', at }];
  return [{ origin: new TextEncoder().encode(constant).length < MINIMUM_BYTES ? 'short-literal' : 'literal', at }];
}

/** The text that a call only turns into bytes. */
function encodedText(value: ValueRef, program: Program): ValueRef | null {
  const fact = program.fact(value);
  if (fact.kind !== 'call') return null;
  const callee = program.fact({ file: value.file, id: fact.callee });
  const name = writtenName(callee);
  if (name === null || !ENCODERS.has(name)) return null;
  const isOfReceiver = callee.kind === 'member' && ['trim', 'toString', 'replace'].includes(name);
  const id = isOfReceiver && callee.kind === 'member' ? callee.object : fact.args[0];
  return id === undefined ? null : { file: value.file, id };
}

function ofTrace(value: ValueRef, program: Program): KeySource[] {
  const { origins } = program.trace(value, { sink: 'value' });
  const ofEnvironment = origins.filter((origin) => origin.kind === 'environment');
  const reads = readsBehind(value, origins, program);
  const isOne = (read: EnvironmentRead) => reads.length === 1 || read.secret;
  const falling = reads.find((read) => isOne(read) && isNamed(value, read.name, program) && hasFallback(read, ['literal']) && read.fallback.value !== null && guardOfStage(read.fallback.value, 'not-production', program) === null);
  if (falling !== undefined) return [{ origin: refusalOf(falling.fallback.value!, program) === null ? 'fallback' : 'unknown', at: falling.fallback.value! }];
  if (ofEnvironment.length > 0) return [{ origin: 'environment', at: value }];
  const isMade = origins.some((origin) => origin.kind === 'library' && /^(?:fs|fs\/promises|crypto):/.test(origin.detail));
  return [{ origin: isMade ? 'file' : 'unknown', at: value }];
}

/** `env.JWT_SECRET` of settings that one call makes of the whole environment is that variable, and none of the others that stand there. */
function isNamed(value: ValueRef, name: string, program: Program): boolean {
  const fact = program.fact(value);
  return fact.kind !== 'member' || fact.name === null || !/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(fact.name) || name === '' || name === fact.name;
}

/** `with: public` or `with: secret`: what kind of key verifies, by what made it, its text, or its name. */
export const keyKind: Predicate = (site, operand, { program }): Answer => {
  if (operand !== 'public' && operand !== 'secret') throw new Error('jwt.key-kind takes public or secret');
  if (site.role === null) return NO;
  const kinds = program.argumentList(site.role, 'key').flatMap((key) => [...kindsOf(key, program)]);
  const related = program.argumentList(site.role, 'key').map((key) => ({ location: program.location(key), text: 'the key' }));
  const known = kinds.filter((kind) => kind !== null);
  if (known.length === 0) return unknown('whether the key is a shared secret or a public key');
  return answerOf(operand === 'public' ? known.includes('public') : known.every((kind) => kind === 'secret'), { related });
};

type KeyKind = 'public' | 'secret' | null;

function kindsOf(key: ValueRef, program: Program): Set<KeyKind> {
  const written = byName(program.describe(key));
  const sources = program.sourcesOf(key).map((source) => ofSource(source, program));
  const made = sources.filter((kind) => kind !== null);
  return new Set(made.length > 0 ? made : [written]);
}

function ofSource(source: ValueRef, program: Program): KeyKind {
  const roles = program.rolesAt(source).map((site) => site.role);
  if (roles.includes('jwt.key.public') || usesKeySet(source, program)) return 'public';
  if (roles.includes('jwt.key.secret')) return 'secret';
  const constants = program.constants(source)?.filter((constant) => typeof constant === 'string') ?? [];
  if (constants.length > 0) return constants.some((constant) => PUBLIC_TEXT.test(String(constant))) ? 'public' : 'secret';
  const { origins } = program.trace(source, { sink: 'value' });
  const fromKeySet = origins.some((origin) => program.rolesAt(origin.value).some((site) => site.role === 'jwt.key.public'));
  const variables = origins.filter((origin) => origin.kind === 'environment').map((origin) => program.describe(origin.value));
  return fromKeySet ? 'public' : byName([program.describe(source), ...variables, ...textsIn(source, program)].join(' '));
}

/** A function that looks the key up in a key set. */
function usesKeySet(source: ValueRef, program: Program): boolean {
  const fact = program.fact(source);
  if (fact.kind !== 'function') return false;
  const { start, end } = source.file.facts.functions[fact.function]!;
  return program.sitesOf('jwt.key.public').some((site) => {
    const at = program.fact(site.value).start;
    return site.value.file === source.file && at >= start && at < end;
  });
}

/** Texts among the arguments of a call: `config.get('JWT_SECRET')`, `readFileSync('public.pem')`. */
function textsIn(source: ValueRef, program: Program): string[] {
  const fact = program.fact(source);
  if (fact.kind !== 'call') return [];
  return fact.args.flatMap((argument) => {
    const value = { file: source.file, id: argument };
    return [program.describe(value), ...(program.constants(value) ?? []).map(String), ...textsIn(value, program)];
  });
}

function byName(text: string): KeyKind {
  if (PUBLIC_NAME.test(text)) return 'public';
  return SECRET_NAME.test(text) ? 'secret' : null;
}
