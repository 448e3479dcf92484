/** `{ role: … }`: every use of an API in one of the roles. */
import type { Evaluation } from '../evaluation.js';
import { siteOfRole } from '../site.js';
import type { Site } from '../site.js';
import { usesHandedOn } from './handed-on.js';

/** @param handedOn the argument that functions of the program may hand on, so that their calls are the uses; null when only the API's own uses count */
export function roleSites(evaluation: Evaluation, roles: readonly string[], handedOn: string | null): Site[] {
  const uses = handedOn === null ? evaluation.roleSites(roles, 'own') : usesHandedOn(evaluation, roles, handedOn);
  return uses.map((role) => siteOfRole(role, evaluation.program));
}
