/**
 * `route.of-partners`, `with:` a sink: what reaches the site was sent by services that the operator knows. On each route on which it is
 * read a signature of what arrives is checked, or somebody unknown is turned away who does not send a secret of the program's own
 * settings, in a header, an address or by HTTP Basic authentication. Such a sender is a neighbour, and no stranger who may try what he likes.
 */
import type { ChainLink, FunctionRef, Origin, Program, Route, ValueRef } from '../../../contracts/program.js';
import { NO, yes } from '../../answer.js';
import { signsOf, valuesIn } from '../../authentication/function-signs.js';
import { guardOf } from '../../authentication/guards.js';
import { requestDataReaching, sinkOf } from '../../authentication/senders.js';
import { reachedWhenWell, usesIn } from '../../authentication/reach.js';
import { functionsOfEntity } from '../../reach/reach.js';
import { routesThrough } from '../../reach/routes-to.js';
import { calledName } from '../../../contracts/written-name.js';
import { splitWords } from '../../names/name-words.js';
import type { Predicate } from '../index.js';

const DEPTH = 2;
const SECRET: ReadonlySet<string> = new Set(['secret', 'secrets', 'token', 'key', 'apikey', 'password', 'pass', 'signature']);
const COMPARES = /^(?:timingSafeEqual|safeCompare|secureCompare|tsscmp|scmp|safeEqual|constantTimeEqual|compare)$/i;

const MEMO = new WeakMap<Route, boolean>();

/** Answers no where no request data is seen to reach the site, or no route is known on which it is read. */
export const ofPartners: Predicate = ({ role }, operand, { program }) => {
  const sink = sinkOf(operand, 'route.of-partners');
  const read = role === null ? [] : requestDataReaching(role, sink, program);
  return read.length > 0 && read.every(({ value }) => isSentByPartners(value, program)) ? yes({ reason: 'only services that the operator knows send what reaches it' }) : NO;
};

function isSentByPartners(read: ValueRef, program: Program): boolean {
  const routes = routesThrough(read, program);
  return routes.length > 0 && routes.every((route) => isOfPartners(route, program));
}

function isOfPartners(route: Route, program: Program): boolean {
  let known = MEMO.get(route);
  if (known === undefined) MEMO.set(route, (known = asksForSecret(route, program)));
  return known;
}

function asksForSecret(route: Route, program: Program): boolean {
  const links = route.chain.filter((link) => link.kind !== 'error-handler' && link.conditions.length === 0);
  if (links.some((link) => link.roles.includes('webhook.verifier'))) return true;
  const start: FunctionRef[] = links.flatMap((link) => link.entities.flatMap((entity) => functionsOfEntity(program, entity)));
  const reached = reachedWhenWell(program, route.handler === null ? start : [...start, route.handler], DEPTH);
  if (usesIn(reached, ['webhook.verifier'], program).length > 0) return true;
  if (usesIn(reached, ['signature.check'], program).some(({ value }) => vouchesForContent(value, program))) return true;
  return guardOf(route, program).truth === 'yes' && (reached.some(({ ref }) => comparesSecret(ref, program)) || asksForBasic(links, start, program));
}

/** Roles of what asks a store: users who are looked up there are many. */
const STORES: readonly string[] = ['sql.execute', 'orm.query', 'orm.query.unresolved', 'nosql.query', 'nosql.query.unresolved'];

/** HTTP Basic authentication by names and passwords that no store is asked for: those of the program's settings. */
function asksForBasic(links: readonly ChainLink[], start: readonly FunctionRef[], program: Program): boolean {
  const isMade = ({ value }: ChainLink) => program.rolesAt(value).some((use) => use.role === 'auth.basic' && program.argument(use, 'users') !== null);
  if (links.some(isMade)) return true;
  const before = reachedWhenWell(program, start, DEPTH);
  return usesIn(before, ['auth.basic'], program).length > 0 && usesIn(before, STORES, program).length === 0;
}

/** `verify(algorithm, body, key, signature)`, `createHmac(algorithm, key).update(body)`: the whole of what arrived. */
function vouchesForContent(value: ValueRef, program: Program): boolean {
  const { file } = value;
  const around = file.functionAt(program.fact(value).start);
  const updates = signsOf({ file, id: around }).calls.filter((id) => calledName(file, id) === 'update').map((id) => ({ file, id }));
  return [value, ...updates].flatMap((call) => argumentsOf(call, program)).some((argument) => originsOf(argument, program).some(isWhole));
}

/** `req.headers['x-secret'] === process.env.SECRET`, `timingSafeEqual(given, Buffer.from(process.env.SECRET))` */
function comparesSecret(ref: FunctionRef, program: Program): boolean {
  const { file } = ref;
  const compared = valuesIn(file, ref.id).flatMap((id) => {
    const fact = file.facts.values[id]!;
    return fact.kind === 'binary' && /^[!=]==?$/.test(fact.operator) ? [[fact.left, fact.right].map((side) => ({ file, id: side }))] : [];
  });
  const given = signsOf(ref).calls.filter((id) => COMPARES.test(calledName(file, id) ?? '')).map((id) => argumentsOf({ file, id }, program).slice(0, 2));
  return [...compared, ...given].some((sides) => {
    if (sides.some((side) => isJoinedWithSecret(side, program)) && sides.every((side) => isSent(side, program))) return true;
    const [first = [], second = []] = sides.map((side) => originsOf(side, program));
    return isSecretAgainst(first, second, program) || isSecretAgainst(second, first, program);
  });
}

/** `compare(name + secret, token)`: a token that only the secret's owner gives out for the name. */
function isJoinedWithSecret(value: ValueRef, program: Program): boolean {
  return program.sourcesOf(value).some((source) => {
    const fact = program.fact(source);
    const parts = fact.kind === 'concat' || (fact.kind === 'template' && fact.tag < 0) ? fact.parts.map((id) => ({ file: source.file, id })) : [];
    return parts.length > 1 && parts.some((part) => isOwnSecret(part, program)) && parts.some((part) => isSent(part, program));
  });
}

/** By what it is called, where no client says what it is. */
function isOwnSecret(value: ValueRef, program: Program): boolean {
  return splitWords(program.describe(value)).some((word) => SECRET.has(word)) && !isSent(value, program);
}

function isSent(value: ValueRef, program: Program): boolean {
  return originsOf(value, program).some(({ kind }) => kind === 'request');
}

/** Is one the operator's secret, and the other what a header or an address gives? */
function isSecretAgainst(own: readonly Origin[], other: readonly Origin[], program: Program): boolean {
  const requests = other.filter((origin) => origin.kind === 'request');
  return !own.some((origin) => origin.kind === 'request') && own.some((origin) => namesSecret(origin, program)) && requests.length > 0 && requests.every(isGiven);
}

function argumentsOf(value: ValueRef, program: Program): ValueRef[] {
  const fact = program.fact(value);
  return fact.kind === 'call' ? fact.args.map((id) => ({ file: value.file, id })) : [];
}

function originsOf(value: ValueRef, program: Program): readonly Origin[] {
  return program.trace(value, { sink: 'origin' }).origins;
}

/** A field of it, such as a password, is hashed for other ends. */
function isWhole({ kind, detail }: Origin): boolean {
  return kind === 'request' && /^request\.(?:body|raw)$/.test(detail);
}

/** A cookie, and a field of a form, are for people. */
function isGiven({ kind, detail }: Origin): boolean {
  return kind === 'request' && /^request\.(?:headers|query)/.test(detail);
}

function namesSecret({ kind, detail, value }: Origin, program: Program): boolean {
  return kind === 'environment' && splitWords(`${detail} ${program.describe(value)}`).some((word) => SECRET.has(word));
}
