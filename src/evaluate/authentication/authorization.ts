/** Whether it is asked what a known caller may do with the record that a request names. */
import type { ChainLink, DataQuery, FunctionRef, Program, Route, ValueRef } from '../../contracts/program.js';
import { NO, unknown, yes } from '../answer.js';
import type { Answer } from '../answer.js';
import { isOperation } from '../entry-points.js';
import { splitWords } from '../names/name-words.js';
import { queriesIn } from './effects.js';
import { signsOf } from './function-signs.js';
import { neverRefuses } from './failing-open.js';
import { functionsRunBy, guardsInForce } from './guards.js';
import { reachedWhenWell, usesIn } from './reach.js';
import type { Reached } from './reach.js';
import { readsWhatWasLeft } from './told-by-links.js';
import { calledName } from '../../contracts/written-name.js';

const LINK_DEPTH = 3;
const HANDLER_DEPTH = 4;
/** Words of what decides what somebody may do: `requireAdmin`, `checkPermission`, `isOwner`, `can`. */
const DECIDES: ReadonlySet<string> = new Set([
  ...['role', 'roles', 'permission', 'permissions', 'permit', 'admin', 'administrator', 'superuser', 'superadmin', 'owner', 'owns', 'ownership', 'owned', 'can', 'cannot', 'ability', 'acl', 'rbac', 'abac', 'policy', 'policies', 'scope', 'scopes', 'grant', 'grants', 'allowed', 'allow'],
  ...['authorize', 'authorise', 'authorized', 'authorization', 'member', 'membership', 'access', 'privilege', 'privileges', 'staff', 'manager', 'moderator', 'editor', 'belongs', 'entitled', 'entitlement', 'forbidden', 'restrict'],
]);
/** What somebody belongs to, and words by which that is demanded. */
const PARTIES: ReadonlySet<string> = new Set(['tenant', 'organization', 'organisation', 'workspace', 'team']);
const DEMANDS = /^(?:require|requires|required|ensure|ensures|check|checks|verify|verifies|validate|assert|is|has|same|only|in|of|belong|enforce|match|matches|guard|protect)$/;
const OTHER_REASONS = /\b(?:inactive|deactivated|disabled|suspended|banned|blocked|locked|expired|not (?:found|verified|active|confirmed)|unverified|cross[- ]?origin|origin|cors|csrf|xsrf|captcha|maintenance|signature)\b/i;

const IDENTIFIER = /^(?:id|uuid|slug|key|\w+(?:Id|_id|Uuid|Slug))$/;

const memo = new WeakMap<Route, Answer>();

/** The update or delete of one record that the route makes, or null. */
export function recordChanged(route: Route, program: Program): DataQuery | null {
  const isNamed = isOperation(route);
  if (route.handler === null || (!isNamed && !/[:{[]/.test(route.path))) return null;
  const changing = queriesIn(reachedWhenWell(program, [route.handler], HANDLER_DEPTH), program).filter(({ operation }) => operation === 'update' || operation === 'delete');
  const within = new Set(isNamed ? changing.filter((query) => isNamedByCaller(query, program)) : changing);
  // Of several the first in the program.
  return within.size === 0 ? null : (program.queries.find((query) => within.has(query)) ?? null);
}

/** The arguments of the operation hold the id by which the row is found. */
function isNamedByCaller({ filter, filterColumns }: DataQuery, program: Program): boolean {
  if (filter === null) return false;
  const columns = filterColumns.filter((column) => IDENTIFIER.test(column));
  // `eq(tasks.id, input.id)` is no object of columns.
  if (program.fact(filter).kind === 'call') return columns.length > 0 && comesOfArguments(filter, program);
  return columns.some((column) => {
    const found = program.property(filter, [column]);
    return found.kind === 'found' && found.values.some((value) => comesOfArguments(value, program));
  });
}

function comesOfArguments(value: ValueRef, program: Program): boolean {
  return program.trace(value, { sink: 'origin' }).origins.some(({ kind, detail }) => kind === 'request' && detail.startsWith('request.arguments'));
}

/** Yes with what decides, no where the way is known whole and nothing on it looks at more than who calls, else unknown. */
export function authorizationOf(route: Route, program: Program): Answer {
  let answer = memo.get(route);
  if (answer === undefined) memo.set(route, (answer = judge(route, program)));
  return answer;
}

function judge(route: Route, program: Program): Answer {
  const { handler } = route;
  if (handler === null) return unknown('what the handler does');
  const links = route.chain.filter((link) => link.kind !== 'error-handler');
  const named = links.filter((link) => !saysYes(link, program)).find((link) => link.roles.includes('authz.guard') || asksForScopes(link, program) || decides(program.describe(link.value)));
  if (named !== undefined) return found(named.value, program);
  for (const link of links) {
    const at = deciding(functionsRunBy(link, program, LINK_DEPTH), program);
    if (at !== null) return found(at, program);
  }
  const reached = reachedWhenWell(program, [handler], HANDLER_DEPTH);
  const inHandler = deciding(reached, program);
  if (inHandler !== null) return found(inHandler, program);
  const open = links.find((link) => functionsRunBy(link, program, 0).length === 0 && !link.entities.some((entity) => entity.kind === 'api'));
  if (open !== undefined) return unknown(`what ${program.describe(open.value)} does`);
  const left = readsWhatWasLeft(reached, links.flatMap((link) => functionsRunBy(link, program, 1)), program);
  if (left !== null) return unknown(`what is made of ${program.describe(left)}`);
  const sought = soughtBefore(route, links, program);
  if (sought !== null) return unknown(`whether ${program.describe(sought)} finds the caller's own alone`);
  return readsCaller(handler, reached, program) ?? (isKnownFromGuard(route, program) ? NO : unknown('what else runs before the handler'));
}

/** A guard whose code is in sight and says yes whatever it is asked. */
function saysYes(link: ChainLink, program: Program): boolean {
  const functions = link.kind === 'guard' ? functionsRunBy(link, program, 0) : [];
  return functions.length > 0 && functions.every(({ ref }) => neverRefuses(ref) && program.functionFact(ref).returns.every((id) => program.constants({ file: ref.file, id })?.every((constant) => constant === true) === true));
}

/** `@Security('jwt', ['admin'])`, `auth: { strategy: 'session', scope: 'admin' }`: a guard that is told what the caller must have been granted. */
function asksForScopes({ value }: ChainLink, program: Program): boolean {
  const given = program.rolesAt(value).flatMap((site) => (site.role === 'auth.guard' ? (program.argument(site, 'scopes') ?? []) : []));
  const scope = program.fact(value).kind === 'object' ? program.property(value, ['scope']) : null;
  return [...given, ...(scope?.kind === 'found' ? scope.values : [])].some((each) => {
    const fact = program.fact(each);
    return fact.kind !== 'array' || fact.elements.length > 0;
  });
}

/** What runs before the guard does not know who calls: where that stands at the router or the route, the rest is in sight. */
function isKnownFromGuard(route: Route, program: Program): boolean {
  return route.chainComplete || guardsInForce(route, program).some(({ link }) => link !== null && link.level !== 'application');
}

/** A refusal with 403, or a call whose name says that it decides. */
function deciding(reached: readonly Reached[], program: Program): ValueRef | null {
  const [use] = usesIn(reached, ['authz.guard'], program);
  if (use !== undefined) return use.value;
  for (const { ref } of reached) {
    const signs = signsOf(ref);
    const refusal = signs.refusals.find(({ at, of }) => of === 'anybody' && !refusesForOtherReasons(at, program));
    if (refusal !== undefined) return refusal.at;
    const call = signs.calls.find((id) => decides(calledName(ref.file, id) ?? '') && !asksParent(ref.file, id));
    if (call !== undefined) return { file: ref.file, id: call };
  }
  return null;
}

/** `super.canActivate(context)`: by that name a framework calls every guard, whatever it asks. */
function asksParent(file: ValueRef['file'], call: number): boolean {
  const fact = file.facts.values[call];
  const callee = fact?.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  const object = callee?.kind === 'member' && callee.name === 'canActivate' ? file.facts.values[callee.object] : undefined;
  return object?.kind === 'this' && object.isSuper;
}

/** `403` with a text that tells of something else than what the caller may do: its origin, a forged request, an account that is closed. */
function refusesForOtherReasons({ file, id }: ValueRef, program: Program): boolean {
  const { start, end } = program.fact({ file, id: answerAround(file, id) });
  return file.valuesWithin(start, end).some((each) => {
    const fact = file.facts.values[each]!;
    return fact.kind === 'literal' && typeof fact.value === 'string' && OTHER_REASONS.test(fact.value);
  });
}

/** The outermost call that the value is part of: `reply.status(403).send({ … })`. */
function answerAround(file: ValueRef['file'], id: number): number {
  let outermost = id;
  for (let at = file.parentOf(id), depth = 0; at >= 0 && depth < 8; at = file.parentOf(at), depth += 1) {
    const { kind } = file.facts.values[at]!;
    if (kind === 'function') break;
    if (kind === 'call') outermost = at;
  }
  return outermost;
}

/** In the last name and in what a call is given: `requireRole('admin')`, `acl.check`, `requireTenant`; `tenantMiddleware` may only find out which it is. */
function decides(name: string): boolean {
  const words = splitWords(name);
  return words.some((word) => DECIDES.has(word)) || (words.some((word) => PARTIES.has(word)) && words.some((word) => DEMANDS.test(word)));
}

/** Who calls is read by the handler or handed to it: what it makes of that cannot be told. */
function readsCaller(handler: FunctionRef, reached: readonly Reached[], program: Program): Answer | null {
  const read = reached.flatMap(({ ref }) => signsOf(ref).identities)[0];
  if (read !== undefined) return unknown(`what is made of ${program.describe(read)}`);
  const { parameters, class: holder } = program.functionFact(handler);
  const other = parameters.find((parameter) => parameter.decorators.some((id) => program.rolesAt({ file: handler.file, id }).length === 0));
  if (other !== undefined) return unknown(`what is made of ${other.name}`);
  if (holder >= 0 && guardless(handler, program)) return unknown('what the class does with the caller');
  const tied = queriesIn(reached, program).flatMap((query) => tiedToContext(query, program)).at(0);
  if (tied !== undefined) return unknown(`whether ${program.describe(tied)} is the caller's own`);
  const handedOn = reached.filter(({ depth }) => depth <= 1).map(({ ref }) => handsRequestOn(ref, program)).find((at) => at !== null);
  return handedOn ? unknown(`what ${program.describe(handedOn)} does with the request`) : null;
}

/** `where: { id: input.id, accountId: ctx.accountId }`: values of a filter that a link before the handler has left in the context of the operation. */
function tiedToContext({ filter, filterColumns }: DataQuery, program: Program): ValueRef[] {
  if (filter === null || program.fact(filter).kind !== 'object') return [];
  return filterColumns.flatMap((column) => {
    const value = program.property(filter, [column]);
    return value.kind === 'found' ? value.values.filter((each) => isOfContext(each, program, 0)) : [];
  });
}

/** A link before the handler looks the record up by the same argument, and by what the context says of the caller; by another argument it finds another record. */
function soughtBefore(route: Route, links: readonly ChainLink[], program: Program): ValueRef | null {
  const changed = isOperation(route) ? recordChanged(route, program) : null;
  const names = changed === null ? [] : argumentsIn(changed, program);
  if (names.length === 0) return null;
  const before = links.flatMap((link) => queriesIn(functionsRunBy(link, program, LINK_DEPTH), program));
  const found = before.find((query) => tiedToContext(query, program).length > 0 && argumentsIn(query, program).some((name) => names.includes(name)));
  return found?.value ?? null;
}

/** The arguments that stand in the identifying columns of a filter: `request.arguments.campaignId`. */
function argumentsIn({ filter, filterColumns }: DataQuery, program: Program): string[] {
  if (filter === null || program.fact(filter).kind !== 'object') return [];
  return filterColumns.filter((column) => IDENTIFIER.test(column)).flatMap((column) => {
    const value = program.property(filter, [column]);
    const origins = value.kind === 'found' ? value.values.flatMap((each) => program.trace(each, { sink: 'origin' }).origins) : [];
    return origins.flatMap(({ kind, detail }) => (kind === 'request' && detail.startsWith('request.arguments.') ? [detail] : []));
  });
}

const CONTEXT = /^(?:ctx|context)$/;
const CONTEXT_DEPTH = 6;

function isOfContext(value: ValueRef, program: Program, depth: number): boolean {
  const fact = program.fact(value);
  if (depth > CONTEXT_DEPTH) return false;
  if (fact.kind === 'member') {
    const object: ValueRef = { file: value.file, id: fact.object };
    const { kind } = program.fact(object);
    return (CONTEXT.test(fact.name ?? '') && (kind === 'parameter' || kind === 'reference')) || isOfContext(object, program, depth + 1);
  }
  // `{ connection: { accountId: ctx.accountId } }`: of the record that it belongs to.
  if (fact.kind === 'object') return fact.properties.some((property) => isOfContext({ file: value.file, id: property.value }, program, depth + 1));
  if (fact.kind !== 'reference') return false;
  return CONTEXT.test(fact.name) || program.sourcesOf(value).some((source) => source.id !== value.id && isOfContext(source, program, depth + 1));
}

/** A class that keeps the request or the caller in a field of its own. */
function guardless({ file, id }: FunctionRef, program: Program): boolean {
  const { class: holder } = program.functionFact({ file, id });
  return file.facts.classes[holder]!.members.some((member) => /^(?:_?(?:req|request|ctx|context|user|currentUser|session|cls|principal))$/.test(member.name));
}

/** `service.remove(req)`, where that is not in the program. */
function handsRequestOn({ file, id }: FunctionRef, program: Program): ValueRef | null {
  for (const call of signsOf({ file, id }).calls) {
    const fact = file.facts.values[call]!;
    if (fact.kind !== 'call' || program.callees({ file, id: call }).length > 0) continue;
    const isGiven = fact.args.some((argument) => { const given = file.facts.values[argument]!; return given.kind === 'reference' && /^_?(?:req|request|ctx|context|c|event)$/.test(given.name); });
    if (isGiven && !/^(?:next|done|cb|callback|log|info|debug|error)$/.test(calledName(file, call) ?? '')) return { file, id: call };
  }
  return null;
}

function found(at: ValueRef, program: Program): Answer {
  return yes({ reason: `${program.describe(at)} decides what the caller may do`, related: [{ location: program.location(at), text: program.describe(at) }] });
}

/** Does a link of the chain, and not the handler itself, turn strangers away? */
export function isGuardedBefore(route: Route, program: Program): boolean {
  return guardsInForce(route, program).some(({ link }) => link !== null);
}
