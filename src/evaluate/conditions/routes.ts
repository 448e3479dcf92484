/** `method`, `path`, `chain-has`, `chain-misses`, `handler-has`, `answers-with`: what a route is, what runs before its handler, and what its handler does. */
import type { ChainLink, FunctionRef, Guard, Program, RoleSite, Route } from '../../contracts/program.js';
import { every, lazily, NO, some, unknown, yes } from '../answer.js';
import type { Answer } from '../answer.js';
import type { ConditionWord } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';
import { holdInProduction } from '../in-production.js';
import { functionsOfEntity, reachedFunctions, usesInFunctions } from '../reach/reach.js';
import { roleMatcher } from '../role-query.js';
import type { RoleMatcher } from '../role-query.js';
import { matchesRole } from '../roles.js';
import { siteOfRole } from '../site.js';
import type { Site } from '../site.js';
import { scalarSubject } from '../subject.js';

/** How deep a control may be hidden in a middleware, or in a handler. */
const MIDDLEWARE_DEPTH = 3;
const HANDLER_DEPTH = 4;

export const method: ConditionWord<'method'> = (test, compiler) => {
  const judge = compiler.test(test);
  return (site, evaluation) => (site.route === null ? NO : judge(scalarSubject(site.route.method), evaluation));
};

/** A path that could not be put together is not known to be any. */
export const path: ConditionWord<'path'> = (test, compiler) => {
  const judge = compiler.test(test);
  return (site, evaluation) => {
    if (site.route === null) return NO;
    return site.route.path === '' ? unknown('what path the route has') : judge(scalarSubject(site.route.path), evaluation);
  };
};

/** A link of the chain plays the role, or uses it in what it runs. Unknown when nothing was found and the chain is not known whole. */
export const chainHas: ConditionWord<'chain-has'> = (query, compiler) => {
  const matcher = roleMatcher(query, compiler);
  return (site, evaluation) => {
    const { route } = site;
    if (route === null) return NO;
    const answer = some(lazily(linksBefore(route), (link) => linkAnswer(link, matcher, site, evaluation)));
    return answer.truth === 'no' && !route.chainComplete ? unknown('what else runs before the handler') : answer;
  };
};

/** Something that is registered after the route, so that no request to it passes there, plays the role. */
export const chainMisses: ConditionWord<'chain-misses'> = (query, compiler) => {
  const matcher = roleMatcher(query, compiler);
  return (site, evaluation) => (site.route === null ? NO : some(lazily([...site.route.late], (link) => linkAnswer(link, matcher, site, evaluation))));
};

/** The handler, or what it calls, uses the role. */
export const handlerHas: ConditionWord<'handler-has'> = (query, compiler) => {
  const matcher = roleMatcher(query, compiler);
  return (site, evaluation) => {
    if (site.route === null) return NO;
    const { handler } = site.route;
    // An adapter does nothing but to run the operations behind it.
    if (handler === null) return evaluation.program.operations.behind(site.route).length > 0 ? NO : unknown('what the handler does');
    return some(lazily(usesFrom(evaluation.program, [handler], HANDLER_DEPTH, matcher.roles), (use) => matcher.matches(use, site, evaluation)));
  };
};

/** Something before the handler, or the handler itself, may answer with one of these status codes: it turns requests away. */
export const answersWith: ConditionWord<'answers-with'> = ({ statuses, where }) => (site, evaluation) => {
  const { route } = site;
  if (route === null) return NO;
  const { program } = evaluation;
  const before = where === 'handler' ? [] : linksBefore(route).map((link) => ({ functions: functionsOfLink(program, link), depth: MIDDLEWARE_DEPTH, conditions: link.conditions }));
  const itself = where === 'chain' || route.handler === null ? [] : [{ functions: [route.handler], depth: HANDLER_DEPTH, conditions: [] }];
  const answer = some(
    lazily([...before, ...itself], ({ functions, depth, conditions }) => underConditions(turnsAway(program, functions, depth, statuses), { conditions }, evaluation)),
  );
  const open = (where !== 'handler' && !route.chainComplete) || (where !== 'chain' && route.handler === null);
  return answer.truth === 'no' && open ? unknown('what else may turn a request away') : answer;
};

/** Error handlers run when something has gone wrong, not on the way to the handler. */
function linksBefore(route: Route): ChainLink[] {
  return route.chain.filter((link) => link.kind !== 'error-handler');
}

/** What is there only sometimes counts when it is there in production. */
function linkAnswer(link: ChainLink, matcher: RoleMatcher, site: Site, evaluation: Evaluation): Answer {
  const answer = answerOfLink(link, matcher, site, evaluation);
  return underConditions(answer, link, evaluation);
}

function underConditions(answer: Answer, { conditions }: Pick<ChainLink, 'conditions'>, { program }: Evaluation): Answer {
  if (answer.truth === 'no' || conditions.length === 0) return answer;
  const inForce = holdInProduction(conditions, program);
  const both = every([inForce, answer]);
  return both.truth === 'yes' ? { ...both, evidence: { ...both.evidence, reason: `${answer.evidence.reason}, ${inForce.evidence.reason}` } } : both;
}

function answerOfLink(link: ChainLink, matcher: RoleMatcher, site: Site, evaluation: Evaluation): Answer {
  const { program } = evaluation;
  const written = matcher.usesAt(link.value, evaluation);
  const direct = some(lazily(written, (use) => matcher.matches(use, site, evaluation)));
  if (direct.truth === 'yes') return direct;
  // What a name stands for was told when the chain was put together; without the call itself a `where` cannot be asked.
  if (written.length === 0 && !matcher.isConditional && link.roles.some((role) => matchesRole(role, matcher.roles))) {
    const found = yes({ reason: `${program.describe(link.value)} runs before it`, related: [{ location: program.location(link.value), text: program.describe(link.value) }] });
    return underConditions(found, { conditions: choiceOf(link, matcher.roles, program) }, evaluation);
  }
  const inside = usesFrom(program, functionsOfLink(program, link), MIDDLEWARE_DEPTH, matcher.roles);
  return some([direct, ...inside.map((use) => matcher.matches(use, site, evaluation))]);
}

/** Of a link that may be something else as well (`if (!enabled) return skip; return limit(…)`), under which conditions it plays one of the roles. */
function choiceOf(link: ChainLink, roles: readonly string[], program: Program): Guard[] {
  const playing = link.entities.flatMap((entity) => (entity.kind === 'api' && entity.created !== null && program.rolesAt(entity.created).some((site) => matchesRole(site.role, roles)) ? [entity.created] : []));
  const others = link.entities.filter((entity) => entity.kind === 'function' || entity.kind === 'constant');
  return others.length === 0 || playing.length !== 1 ? [] : [...program.guardsOf(playing[0]!)];
}

function functionsOfLink(program: Program, link: ChainLink): FunctionRef[] {
  return link.entities.flatMap((entity) => functionsOfEntity(program, entity));
}

function usesFrom(program: Program, start: readonly FunctionRef[], depth: number, roles: readonly string[]): RoleSite[] {
  return start.length === 0 ? [] : usesInFunctions(program, reachedFunctions(program, start, depth), roles);
}

const ANSWER_ROLES = ['http.response.status', 'http.exception'];

function turnsAway(program: Program, functions: readonly FunctionRef[], depth: number, statuses: readonly number[]): Answer {
  const uses = usesFrom(program, functions, depth, ANSWER_ROLES);
  return some(
    lazily(uses, (use) => {
      const fixed = use.entry.attributes['status'];
      const argument = program.argument(use, 'status');
      const given = typeof fixed === 'number' ? [fixed] : argument === null ? null : program.constants(argument);
      const status = given?.find((each) => typeof each === 'number' && statuses.includes(each));
      if (status === undefined || status === null) return NO;
      const related = [{ location: program.location(use.value), text: siteOfRole(use, program).label }];
      return every([yes({ reason: `requests are turned away with ${status}`, related, confidence: use.confidence })]);
    }),
  );
}
