/** `{ route: true }`: every HTTP route that is there in production. `{ operation: true }`: every operation that clients ask for by name behind one of them. */
import type { Route } from '../../contracts/program.js';
import type { Evaluation } from '../evaluation.js';
import { isServed } from '../served-routes.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

export function routeSites(evaluation: Evaluation): Site[] {
  return evaluation.own(evaluation.program.routes).filter((route) => isServed(route, evaluation.program)).map((route) => siteOf(route, evaluation));
}

export function operationSites(evaluation: Evaluation): Site[] {
  return evaluation.own(evaluation.program.operations.all).map((route) => siteOf(route, evaluation));
}

function siteOf(route: Route, { program }: Evaluation): Site {
  const label = `${route.method} ${route.path === '' ? program.describe(route.value) : route.path}`;
  return { ...NO_SITE, value: route.value, label, confidence: route.confidence, role: program.rolesAt(route.value)[0] ?? null, route };
}
