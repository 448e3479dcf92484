/** `health.*`: what routes tell that say how a service is. */
import type { Route, ValueRef } from '../../../contracts/program.js';
import { NO, answerOf, unknown, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { isHealthRoute } from '../../health/health-routes.js';
import { DetailFinder } from '../../health/told-details.js';
import type { Told } from '../../health/told-details.js';
import { functionAround, keyOf, reachedFunctions } from '../../reach/reach.js';
import { responseSites } from '../../sites/responses.js';
import type { Predicate } from '../index.js';

const DEPTH = 2;
const MAX_NAMES = 5;

/** `health.route`: the route tells how the service is. */
export const healthRoute: Predicate = (site) => answerOf(site.route !== null && isHealthRoute(site.route));

/** `health.tells`, `with:` a list of `environment`, `variable`, `runtime`, `connection`, `configuration`, `error`, `release`: its answer holds such a thing. */
export const healthTells: Predicate = (site, operand, evaluation) => {
  if (!Array.isArray(operand)) throw new Error('health.tells takes a list of details');
  const answer = site.route === null ? null : answerOfRoute(site.route, evaluation);
  const told = answer === null ? [] : answer.told.filter(({ detail }) => operand.includes(detail));
  if (told.length === 0) return NO;
  const { program } = evaluation;
  const names = [...new Set(told.map(({ at }) => program.describe(at)))].slice(0, MAX_NAMES);
  const related = told.slice(0, MAX_NAMES).map(({ at }) => ({ location: program.location(at), text: program.describe(at) }));
  return yes({ values: { source: names.join(', ') }, related });
};

/** `health.silent`: the whole answer was read, and tells nothing. */
export const healthSilent: Predicate = (site, _operand, evaluation) => {
  const answer = site.route === null ? null : answerOfRoute(site.route, evaluation);
  if (answer === null) return unknown('what it answers');
  if (answer.told.length > 0) return NO;
  return answer.open === null ? yes() : unknown(`what ${answer.open} holds`);
};

interface RouteAnswer {
  told: readonly Told[];
  /** The first part that could not be followed. */
  open: string | null;
}

const memo = new WeakMap<Route, RouteAnswer | null>();

function answerOfRoute(route: Route, evaluation: Evaluation): RouteAnswer | null {
  let known = memo.get(route);
  if (known === undefined) memo.set(route, (known = compute(route, evaluation)));
  return known;
}

function compute(route: Route, evaluation: Evaluation): RouteAnswer | null {
  if (route.handler === null) return null;
  const { program } = evaluation;
  const reached = reachedFunctions(program, [route.handler], DEPTH);
  const within = new Set(reached.map(keyOf));
  const isReached = (value: ValueRef): boolean => within.has(keyOf(functionAround(value)));
  const sites = responseSites(evaluation).flatMap(({ role }) => (role !== null && isReached(role.value) ? [role] : []));
  const finder = new DetailFinder(program, isReached);
  for (const site of sites) for (const content of program.argumentList(site, 'content')) finder.look(content);
  if (sites.length === 0) for (const id of program.functionFact(route.handler).returns) finder.look({ file: route.handler.file, id });
  return { told: finder.told, open: finder.open[0] === undefined ? null : program.describe(finder.open[0]) };
}
