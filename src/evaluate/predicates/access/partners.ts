/**
 * `route.of-partners`, `with:` a sink: what reaches the site was sent by services that the operator knows. On each route on which it is
 * read a signature of what arrives is checked, or somebody unknown is turned away who does not send a secret of the program's own
 * settings. Such a sender is a neighbour, and no stranger who may try what he likes.
 */
import type { FunctionRef, Program, RoleSite, Route, ValueRef } from '../../../contracts/program.js';
import { SINKS, type Sink } from '../../../contracts/sinks.js';
import { NO, yes } from '../../answer.js';
import { signsOf, valuesIn } from '../../authentication/function-signs.js';
import { guardOf } from '../../authentication/guards.js';
import { reachedWhenWell, usesIn } from '../../authentication/reach.js';
import { functionsOfEntity } from '../../reach/reach.js';
import { routesTo } from '../../reach/routes-to.js';
import { calledName } from '../../../contracts/written-name.js';
import { splitWords } from '../../names/name-words.js';
import type { Predicate } from '../index.js';

const DEPTH = 2;
/** Checks of what arrives itself. */
const OF_CONTENT: readonly string[] = ['signature.check', 'webhook.verifier'];
const SECRET: ReadonlySet<string> = new Set(['secret', 'secrets', 'token', 'key', 'apikey', 'password', 'pass', 'signature']);
const COMPARES = /^(?:timingSafeEqual|safeCompare|secureCompare|tsscmp|scmp|safeEqual|constantTimeEqual|compare)$/i;

const MEMO = new WeakMap<Route, boolean>();

/** Answers no where no request data is seen to reach the site, or no route is known on which it is read. */
export const ofPartners: Predicate = ({ role }, operand, { program }) => {
  const sink = SINKS.find((each) => each === operand);
  if (sink === undefined) throw new Error(`route.of-partners takes a sink: ${SINKS.join(', ')}`);
  return role !== null && isSentByPartners(role, sink, program) ? yes({ reason: 'only services that the operator knows send what reaches it' }) : NO;
};

function isSentByPartners(role: RoleSite, sink: Sink, program: Program): boolean {
  const values = Object.keys(role.entry.arguments).flatMap((name) => program.argumentList(role, name));
  const read = values.flatMap((value) => program.trace(value, { sink }).origins.filter((origin) => origin.kind === 'request'));
  return read.length > 0 && read.every(({ value }) => {
    const routes = routesTo(value, program);
    return routes.length > 0 && routes.every((route) => isOfPartners(route, program));
  });
}

function isOfPartners(route: Route, program: Program): boolean {
  let known = MEMO.get(route);
  if (known === undefined) MEMO.set(route, (known = asksForSecret(route, program)));
  return known;
}

function asksForSecret(route: Route, program: Program): boolean {
  const links = route.chain.filter((link) => link.kind !== 'error-handler' && link.conditions.length === 0);
  if (links.some((link) => link.roles.some((role) => OF_CONTENT.includes(role)))) return true;
  const start: FunctionRef[] = links.flatMap((link) => link.entities.flatMap((entity) => functionsOfEntity(program, entity)));
  const reached = reachedWhenWell(program, route.handler === null ? start : [...start, route.handler], DEPTH);
  if (usesIn(reached, OF_CONTENT, program).length > 0) return true;
  return guardOf(route, program).truth === 'yes' && reached.some(({ ref }) => comparesSecret(ref, program));
}

/** `req.headers['x-secret'] === process.env.SECRET`, `timingSafeEqual(given, Buffer.from(config.token))` */
function comparesSecret(ref: FunctionRef, program: Program): boolean {
  const { file } = ref;
  const pairs = valuesIn(file, ref.id).flatMap((id) => {
    const fact = file.facts.values[id]!;
    return fact.kind === 'binary' && /^[!=]==?$/.test(fact.operator) ? [[fact.left, fact.right]] : [];
  });
  const calls = signsOf(ref).calls.flatMap((id) => {
    const fact = file.facts.values[id]!;
    return fact.kind === 'call' && COMPARES.test(calledName(file, id) ?? '') ? [fact.args.slice(0, 2)] : [];
  });
  return [...pairs, ...calls].some(([first, second]) => {
    if (first === undefined || second === undefined) return false;
    const sides: readonly ValueRef[] = [{ file, id: first }, { file, id: second }];
    const told = sides.map((side) => kindsOf(side, program));
    return told.some((kinds) => kinds.has('environment') && !kinds.has('request')) && told.some((kinds) => kinds.has('request')) && sides.some((side) => namesSecret(side, program));
  });
}

function kindsOf(value: ValueRef, program: Program): ReadonlySet<string> {
  return new Set(program.trace(value, { sink: 'origin' }).origins.map((origin) => origin.kind));
}

function namesSecret(value: ValueRef, program: Program): boolean {
  return [value, ...program.sourcesOf(value)].some((each) => splitWords(program.describe(each)).some((word) => SECRET.has(word)));
}
