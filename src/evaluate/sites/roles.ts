/** `{ role: … }`: every use of an API in one of the roles. */
import type { Evaluation } from '../evaluation.js';
import { siteOfRole } from '../site.js';
import type { Site } from '../site.js';

export function roleSites(evaluation: Evaluation, roles: readonly string[]): Site[] {
  return evaluation.roleSites(roles, 'own').map((role) => siteOfRole(role, evaluation.program));
}
