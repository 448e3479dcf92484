/** `{ dependency: true }`: every dependency that the package declares for production. */
import type { Evaluation } from '../evaluation.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

export function dependencySites(evaluation: Evaluation): Site[] {
  return evaluation.package.dependencies
    .filter((dependency) => dependency.kind === 'runtime' || dependency.kind === 'optional')
    .map((dependency) => ({ ...NO_SITE, label: dependency.name, dependency }));
}
