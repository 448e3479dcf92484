/** `{ route: true }`: every HTTP route. */
import type { Evaluation } from '../evaluation.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

export function routeSites(evaluation: Evaluation): Site[] {
  const { program } = evaluation;
  return evaluation
    .own(program.routes)
    .map((route) => {
      const label = `${route.method} ${route.path === '' ? program.describe(route.value) : route.path}`;
      return { ...NO_SITE, value: route.value, label, confidence: route.confidence, role: program.rolesAt(route.value)[0] ?? null, route };
    });
}
