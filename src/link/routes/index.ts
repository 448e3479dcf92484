/**
 * The HTTP routes of the program, each with what runs before its handler. One file for each way in which frameworks let routes
 * be written; which framework writes them how is said by the models (roles `http.*`).
 */
import type { Route, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, sibling } from '../linking.js';
import { compareValues } from '../roles.js';
import { factOf } from '../value-graph.js';
import { cloudFunctionRoutes } from './cloud-functions.js';
import { controllerRoutes } from './controllers.js';
import { dispatchedRoutes } from './dispatch/index.js';
import { EncapsulatedRoutes } from './encapsulated.js';
import { fileRoutes } from './files.js';
import { FluentRoutes } from './fluent.js';
import { servedOperations } from './operation-mounts.js';
import { OrderedRoutes } from './ordered.js';
import { registeredFunctions } from './registered-functions.js';
import { Registrations } from './registrations.js';

/** In file and source order; routes of one registering call by path and method. */
export function routesOf(link: Linking): readonly Route[] {
  const registrations = new Registrations(link);
  const isSource = (value: ValueRef) => registrations.isSource(value);
  const forOthers = (value: FileValue) => standsForOthers(registrations, value);
  const paths = new Map<string, string>();
  const placed = [...fileRoutes(link, isSource, (value, path) => placesRouter(registrations, value, path, paths) || forOthers(value)), ...cloudFunctionRoutes(link, isSource, forOthers), ...registeredFunctions(link, isSource, forOthers), ...dispatchedRoutes(link, isSource)];
  const routes = [...registeredRoutes(registrations, paths), ...new FluentRoutes(link, isSource).routes(), ...controllerRoutes(link, isSource), ...placed, ...servedOperations(link, isSource)];
  const seen = new Set<string>();
  return routes.sort(compareRoutes).filter((route) => {
    const { file, id } = route.value;
    const key = `${file.facts.path} ${id} ${route.method} ${route.path} ${route.chain.map((each) => `${each.value.file.facts.path} ${each.value.id}`).join()}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** @param paths where files say that their routers answer, by scope */
function registeredRoutes(registrations: Registrations, paths: ReadonlyMap<string, string>): Route[] {
  const ordered = new OrderedRoutes(registrations);
  const encapsulated = new EncapsulatedRoutes(registrations);
  return registrations
    .wholeScopes()
    .filter((scope) => !registrations.isInner(scope))
    .flatMap((scope) => (scope.scoping === 'encapsulated' ? encapsulated.routesOf(scope) : ordered.routesOf(scope, paths.get(scope.id))));
}

/** `export default createRouter().get(…).handler()` in a file of the framework's: the router answers at the path of that file. */
function placesRouter(registrations: Registrations, value: FileValue, path: string, paths: Map<string, string>): boolean {
  const placed = registrations.routersAt(value).filter(({ instance }) => instance.site?.entry.attributes['placed'] === 'file');
  for (const { instance } of placed) paths.set(registrations.scopeOf(instance, null).id, path);
  return placed.length > 0;
}

/** `handle(app)`: it gives requests to an application whose own routes are listed. */
function standsForOthers(registrations: Registrations, value: FileValue): boolean {
  const fact = factOf(value);
  const given = fact.kind === 'call' ? fact.args.map((argument) => sibling(value, argument)) : [];
  return [value, ...given].some((each) => registrations.routersAt(each).length > 0);
}

function compareRoutes(a: Route, b: Route): number {
  return compareValues(a.value, b.value) || compareTexts(a.path, b.path) || compareTexts(a.method, b.method);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
