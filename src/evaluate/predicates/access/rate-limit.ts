/**
 * Limiters of requests that no model knows: told by what they do, answering 429 (Too Many Requests) when something that was counted
 * or asked for says so. To hand on the 429 of another service is no limit.
 */
import { append } from '../../../contracts/multimap.js';
import type { FunctionId, ValueId } from '../../../contracts/facts.js';
import type { ChainLink, FunctionRef, LinkedFile, Program, Route, ValueRef } from '../../../contracts/program.js';
import { every, NO, some, unknown, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import { holdInProduction } from '../../in-production.js';
import { keyOf } from '../../file-uses.js';
import { functionsOfEntity, makersOf, reachedFunctions, runsIn, usesInFunctions } from '../../reach/reach.js';
import type { Predicate } from '../index.js';

const TOO_MANY = 429;
const LIMITERS = ['rate.limiter', 'rate.limiter.own'];
/** Calls deep, in a middleware and in a handler. */
const MIDDLEWARE_DEPTH = 3;
const HANDLER_DEPTH = 3;
/** Names of things that count or ask: `hits`, `isAllowed`, `consume`, `attempts`. */
const COUNTS = /limit|quota|allow|remain|attempt|count|block|throttl|exceed|success|retry|hits|consume|bucket|token|window|tries|requests|max/i;
const NAMED = /rate.?limit|limiter|throttl|too.?many/i;
const TOO_MANY_NAME = /^too_?many_?requests(error|exception)?$|^(rate_?limit|throttl\w*)_?(exceeded)?_?(error|exception)$/i;

/** Something before the handler, or the handler, limits requests by itself; unknown when only a name says so. */
export const homeMade: Predicate = (site, _operand, { program }) => {
  const { route } = site;
  if (route === null) return NO;
  return some(answers(route, program));
};

/** Something before the handler limits requests: a limiter that is known, or one that answers 429 by itself. */
export function isLimited(route: Route, program: Program): boolean {
  const isKnown = route.chain.some((link) => link.roles.includes('rate.limiter') || usesInFunctions(program, reachedFunctions(program, link.entities.flatMap((entity) => functionsOfEntity(program, entity)), MIDDLEWARE_DEPTH), LIMITERS).length > 0);
  return isKnown || some(answers(route, program)).truth === 'yes';
}

function* answers(route: Route, program: Program): Generator<Answer> {
  const before = route.chain.filter((link) => link.kind !== 'error-handler');
  for (const link of before) {
    const functions = [...link.entities.flatMap((entity) => functionsOfEntity(program, entity)), ...makersOf(link.value, program)];
    const found = refusal(program, functions, MIDDLEWARE_DEPTH, false);
    if (found !== null) yield underConditions(limits(program, link.value, found), link, program);
    else if (functions.length === 0 && link.roles.length === 0 && NAMED.test(program.describe(link.value))) {
      yield unknown(`whether ${program.describe(link.value)} limits requests`, { related: [{ location: program.location(link.value), text: 'named as a limiter' }] });
    }
  }
  const inHandler = route.handler === null ? null : refusal(program, [route.handler], HANDLER_DEPTH, true);
  if (inHandler !== null) yield limits(program, inHandler, inHandler);
}

function underConditions(answer: Answer, { conditions }: ChainLink, program: Program): Answer {
  return conditions.length === 0 ? answer : every([answer, holdInProduction(conditions, program)]);
}

function limits(program: Program, limiter: ValueRef, refusal: ValueRef): Answer {
  const related = [{ location: program.location(refusal), text: `answered with ${TOO_MANY}` }];
  return yes({ reason: limiter === refusal ? `it counts requests itself and answers ${TOO_MANY}` : `${program.describe(limiter)} counts requests and answers ${TOO_MANY}`, related });
}

/**
 * The place where one of the functions answers 429 of its own accord, or null.
 * @param isHandler a handler also answers 429 for other reasons: there something that counts must have decided
 */
function refusal(program: Program, start: readonly FunctionRef[], depth: number, isHandler: boolean): ValueRef | null {
  for (const reached of start.length === 0 ? [] : reachedFunctions(program, start, depth)) {
    const { file, id } = reached;
    for (const value of refusalsIn(file).get(id) ?? []) {
      if (!runsIn(reached, file.facts.values[value]!)) continue;
      const ref = { file, id: value };
      const guards = program.guardsOf(ref);
      const handsOn = guards.some((guard) => mentions(guard.condition, program, (fact) => fact.kind === 'literal' && fact.value === TOO_MANY));
      const counted = guards.some((guard) => mentions(guard.condition, program, (fact) => (fact.kind === 'reference' || fact.kind === 'member') && COUNTS.test(fact.name ?? '')));
      if (!handsOn && (!isHandler || counted)) return ref;
    }
  }
  return null;
}

/** Another package of the repository limits requests and this one does not: it may be reached through that one only. */
export const elsewhereOnly: Predicate = (_site, _operand, evaluation) => {
  const limiters = evaluation.program.sitesOf('rate.limiter');
  if (limiters.length === 0 || evaluation.roleSites(['rate.limiter'], 'wide').length > 0) return NO;
  return yes({ reason: 'another package of the repository limits requests', related: [{ location: evaluation.program.location(limiters[0]!.value), text: 'the limiter there' }] });
};

/** A limiter that only stands in for one whose store does not answer, or is not set up: `if (url) limiter = new RateLimiterRedis(…); else limiter = new RateLimiterMemory(…)`. */
export const standIn: Predicate = (site, _operand, { program }) => {
  if (site.value === null) return NO;
  const other = inOtherBranch(site.value, program);
  if (other !== null) return yes({ reason: 'it stands in where no store is set up', related: [{ location: program.location(other), text: 'the limiter that it stands in for' }] });
  const own = keyOf(site.value);
  const main = program.sitesOf('rate.limiter.create').find((each) => {
    const stands = program.argument(each, 'stand-in');
    if (stands === null) return false;
    const made = program.resolve(stands).flatMap((entity) => (entity.kind === 'api' && entity.created !== null ? [entity.created] : []));
    return [...program.sourcesOf(stands), ...made].some((source) => keyOf(source) === own);
  });
  return main === undefined ? NO : yes({ reason: 'it stands in for one whose store does not answer', related: [{ location: program.location(main.value), text: 'the limiter that it stands in for' }] });
};

/** A limiter with a store of its own, made where the condition before this one holds otherwise. */
function inOtherBranch(value: ValueRef, program: Program): ValueRef | null {
  const guards = program.guardsOf(value).filter((guard) => guard.cases.length === 0);
  if (guards.length === 0) return null;
  const others = program.sitesOf('rate.limiter.create').filter((each) => each.value.file === value.file && each.entry.attributes['default-store'] !== 'memory');
  return others.find((each) => program.guardsOf(each.value).some((guard) => guards.some((own) => keyOf(own.condition) === keyOf(guard.condition) && own.holds !== guard.holds)))?.value ?? null;
}

type Fact = ReturnType<Program['fact']>;

/** The condition, or what a variable in it was set to, holds such a value. */
function mentions(ref: ValueRef, program: Program, holds: (fact: Fact) => boolean, depth = 0): boolean {
  const fact = program.fact(ref);
  if (holds(fact)) return true;
  if (depth > 5) return false;
  return operandsOf(fact).some((id) => mentions({ file: ref.file, id }, program, holds, depth + 1));
}

function operandsOf(fact: Fact): ValueId[] {
  switch (fact.kind) {
    case 'binary':
    case 'logical':
      return [fact.left, fact.right];
    case 'unary':
    case 'await':
    case 'cast':
      return [fact.operand];
    case 'member':
      return [fact.object];
    case 'call':
      return [fact.callee, ...fact.args];
    default:
      return [];
  }
}

const REFUSALS = new WeakMap<LinkedFile, ReadonlyMap<FunctionId, readonly ValueId[]>>();

/** Function → values in it that are the status 429, or errors named for it, and are given away: not compared with. */
function refusalsIn(file: LinkedFile): ReadonlyMap<FunctionId, readonly ValueId[]> {
  const known = REFUSALS.get(file);
  if (known !== undefined) return known;
  const found = new Map<FunctionId, ValueId[]>();
  for (const id of [...file.valuesOfKind('literal'), ...file.valuesOfKind('member'), ...file.valuesOfKind('call')]) {
    const fact = file.facts.values[id]!;
    if (!isTooMany(fact, file) || isCompared(file, id)) continue;
    const holder = file.functionAt(fact.start);
    append(found, holder, id);
  }
  REFUSALS.set(file, found);
  return found;
}

function isTooMany(fact: Fact, { facts }: LinkedFile): boolean {
  if (fact.kind === 'literal') return fact.value === TOO_MANY || fact.value === 'TOO_MANY_REQUESTS';
  if (fact.kind === 'member') return TOO_MANY_NAME.test(fact.name ?? '');
  const callee = fact.kind === 'call' ? facts.values[fact.callee] : undefined;
  return callee?.kind === 'reference' && TOO_MANY_NAME.test(callee.name);
}

function isCompared(file: LinkedFile, id: ValueId): boolean {
  const parent = file.parentOf(id);
  const kind = parent < 0 ? undefined : file.facts.values[parent]?.kind;
  return kind === 'binary' || kind === 'array' || file.facts.blocks.some((block) => block.cases.includes(id));
}
