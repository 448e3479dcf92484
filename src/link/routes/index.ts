/**
 * The HTTP routes of the program, each with what runs before its handler. One file for each way in which frameworks let routes
 * be written; which framework writes them how is said by the models (roles `http.*`).
 */
import type { Route } from '../../contracts/program.js';
import type { Linking } from '../linking.js';
import { compareValues } from '../roles.js';
import { EncapsulatedRoutes } from './encapsulated.js';
import { OrderedRoutes } from './ordered.js';
import { Registrations } from './registrations.js';

/** In file and source order; routes of one registering call by path and method. */
export function routesOf(link: Linking): readonly Route[] {
  const routes = registeredRoutes(link);
  const seen = new Set<string>();
  return routes.sort(compareRoutes).filter((route) => {
    const { file, id } = route.value;
    const key = `${file.facts.path} ${id} ${route.method} ${route.path} ${route.chain.map((each) => `${each.value.file.facts.path} ${each.value.id}`).join()}`;
    return !seen.has(key) && seen.add(key);
  });
}

function registeredRoutes(link: Linking): Route[] {
  const registrations = new Registrations(link);
  const ordered = new OrderedRoutes(registrations);
  const encapsulated = new EncapsulatedRoutes(registrations);
  return registrations
    .wholeScopes()
    .filter((scope) => !registrations.isInner(scope))
    .flatMap((scope) => (scope.scoping === 'encapsulated' ? encapsulated : ordered).routesOf(scope));
}

function compareRoutes(a: Route, b: Route): number {
  return compareValues(a.value, b.value) || compareTexts(a.path, b.path) || compareTexts(a.method, b.method);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
