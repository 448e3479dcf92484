/** `{ route: true }`: every HTTP route. */
import type { Evaluation } from '../evaluation.js';
import type { Site } from '../site.js';

export function routeSites(evaluation: Evaluation): Site[] {
  const { program } = evaluation;
  return program.routes
    .filter((route) => evaluation.holds(route.value, 'own'))
    .map((route) => {
      const label = `${route.method} ${route.path === '' ? program.describe(route.value) : route.path}`;
      return { value: route.value, label, confidence: route.confidence, role: program.rolesAt(route.value)[0] ?? null, read: null, query: null, route };
    });
}
