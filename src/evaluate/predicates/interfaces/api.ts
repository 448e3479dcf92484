/** `api.*`: what is described of the routes that programs call. */
import type { Program, Route } from '../../../contracts/program.js';
import { apiRoutes } from '../../api/api-routes.js';
import { descriptionsOf, describes, describesByEnd, resourceOf, segmentsOf } from '../../api/operations.js';
import type { Description } from '../../api/operations.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { groupBy, keyOf } from '../../reach/reach.js';
import type { Predicate } from '../index.js';

/** A description that has less than this share of the routes, and of which the routes have less, is of something else. */
const SHARE = 1 / 3;

/** @param operand how many routes the package must have at least that programs call. */
export const hasRoutes: Predicate = (_site, operand, evaluation) => {
  if (typeof operand !== 'number') throw new Error('api.routes takes a number');
  const { routes, open } = apiRoutes(evaluation);
  if (open > routes.length && operand > 1) return unknown(`what path ${open} of its routes have`);
  const related = routes.slice(0, 10).map(({ value, method, path }) => ({ location: evaluation.program.location(value), text: `${method} ${path}` }));
  return routes.length >= operand && routes.length > 0 ? yes({ values: { value: `${routes.length} ${routes.length === 1 ? 'route' : 'routes'}` }, related }) : NO;
};

/** The package makes the pages that call its routes. */
export const hasPages: Predicate = (_site, _operand, evaluation) => answerOf(apiRoutes(evaluation).hasPages, { reason: 'it makes pages as well' });

/** A description has routes of the package. Unknown where there is one that has none of them. */
export const described: Predicate = (_site, _operand, evaluation) => {
  const { routes } = apiRoutes(evaluation);
  const [best = proseOf(evaluation)] = matching(evaluation);
  if (best !== undefined) {
    const count = routes.filter((route) => describes(best, route)).length;
    return yes({ reason: `the ${best.kind} has ${count} of ${routes.length} routes`, related: [{ location: best.location, text: 'the description' }] });
  }
  const near = descriptionsOf(evaluation.program).find(({ kind, location }) => kind !== 'document' && isNear(location.path, evaluation));
  return near === undefined ? NO : unknown('whether the description is of these routes', { related: [{ location: near.location, text: 'the description' }] });
};

/** Some other API of the program is described. */
export const describedElsewhere: Predicate = (_site, _operand, { program }) => {
  const [first] = descriptionsOf(program).filter(({ kind }) => kind !== 'document');
  if (first !== undefined) return yes({ reason: 'another API is described', related: [{ location: first.location, text: 'the description' }] });
  const [generator] = program.sitesOf('api.document.generate');
  return generator === undefined ? NO : yes({ related: [{ location: program.location(generator.value), text: 'makes the description' }] });
};

/** Is the route one that programs call, of a package whose routes are described one by one? */
export const inDescribed: Predicate = ({ route }, _operand, evaluation) =>
  answerOf(route !== null && evaluation.roleSites(['api.document.generate'], 'wide').length === 0 && apiRoutes(evaluation).routes.includes(route) && matching(evaluation).length > 0);

/** @param operand `route`: itself; `resource`: another route with the same subject; `file`: at least as many of the routes that its file registers as are left out. */
export const isDescribed: Predicate = ({ route }, operand, evaluation) => {
  if (route === null) return NO;
  if (operand === 'resource') return answerOf(resources(evaluation).has(resourceOf(route.path)));
  if (operand === 'file') {
    const beside = apiRoutes(evaluation).routes.filter(({ value }) => value.file === route.value.file);
    return answerOf(beside.filter((each) => describedBy(each, evaluation) !== undefined).length * 2 >= beside.length);
  }
  if (operand !== 'route') throw new Error('api.is-described takes route, resource or file');
  const by = describedBy(route, evaluation);
  return by === undefined ? NO : yes({ reason: `the ${by.kind} has it`, related: [{ location: by.location, text: 'the description' }] });
};

function describedBy(route: Route, evaluation: Evaluation): Description | undefined {
  // Optional parts of a path are routes of one registration: `app.put(['/tools', '/tools/:id'], …)`.
  const together = byRegistration(evaluation.program).get(keyOf(route.value)) ?? [route];
  return matching(evaluation).find((each) => together.some((one) => describes(each, one) && !isAnothers(each, one, evaluation)));
}

/** Does the operation have a route of its own, whose path it gives in full: `/api/v2/alerts` beside `/alerts`? */
function isAnothers(description: Description, route: Route, evaluation: Evaluation): boolean {
  if (!describesByEnd(description, route)) return false;
  const end = `/${segmentsOf(route.path).join('/')}`;
  return apiRoutes(evaluation).routes.some((each) => each.method === route.method && `/${segmentsOf(each.path).join('/')}`.endsWith(end) && each.path.length > route.path.length && describes(description, each) && !describesByEnd(description, each));
}

const REGISTRATIONS = new WeakMap<Program, ReadonlyMap<string, readonly Route[]>>();

function byRegistration(program: Program): ReadonlyMap<string, readonly Route[]> {
  let found = REGISTRATIONS.get(program);
  if (found === undefined) REGISTRATIONS.set(program, (found = groupBy(program.routes, ({ value }) => keyOf(value))));
  return found;
}

const MATCHING = new WeakMap<Evaluation, readonly Description[]>();

/** Descriptions of the package's own routes, the one with most of them first. */
function matching(evaluation: Evaluation): readonly Description[] {
  const known = MATCHING.get(evaluation);
  if (known !== undefined) return known;
  const { routes } = apiRoutes(evaluation);
  const counted = descriptionsOf(evaluation.program).map((each) => ({ each, count: countOf(each, routes) }));
  const found = counted.filter(({ each, count }) => each.kind !== 'document' && count > 0 && count >= Math.min(sizeOf(each), routes.length) * SHARE).sort((a, b) => b.count - a.count).map(({ each }) => each);
  MATCHING.set(evaluation, found);
  return found;
}

/** A text of the package for people that names a good part of its routes. What it leaves out is not known to be forgotten. */
function proseOf(evaluation: Evaluation): Description | undefined {
  const { routes } = apiRoutes(evaluation);
  return descriptionsOf(evaluation.program).find((each) => each.kind === 'document' && isNear(each.location.path, evaluation) && countOf(each, routes) >= Math.max(1, routes.length * SHARE));
}

function countOf(description: Description, routes: readonly Route[]): number {
  return routes.filter((route) => describes(description, route)).length;
}

function sizeOf({ operations }: Description): number {
  return [...operations.values()].reduce((sum, methods) => sum + methods.size, 0);
}

const RESOURCES = new WeakMap<Evaluation, ReadonlySet<string>>();

function resources(evaluation: Evaluation): ReadonlySet<string> {
  let found = RESOURCES.get(evaluation);
  if (found === undefined) {
    const described = apiRoutes(evaluation).routes.filter((route) => describedBy(route, evaluation) !== undefined);
    RESOURCES.set(evaluation, (found = new Set(described.map(({ path }) => resourceOf(path)))));
  }
  return found;
}

function isNear(path: string, evaluation: Evaluation): boolean {
  return evaluation.packages('wide').some(({ directory }) => directory !== '' && path.startsWith(`${directory}/`)) || evaluation.program.packages.length === 1;
}
