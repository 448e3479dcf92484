/** `role`: the value is the result or an instance of such an API. */
import { NO, yes } from '../answer.js';
import type { TestWord } from '../compiler.js';
import { matchesRole } from '../roles.js';

export const playsRole: TestWord<'role'> = (roles) => (subject, { program }) => {
  for (const value of subject.values) {
    const created = program.resolve(value).flatMap((entity) => ('created' in entity && entity.created ? [entity.created] : []));
    for (const candidate of [...program.sourcesOf(value), ...created]) {
      const found = program.rolesAt(candidate).find((site) => matchesRole(site.role, roles));
      if (found !== undefined) return yes({ confidence: found.confidence, related: [{ location: program.location(found.value), text: `made by ${program.describe(found.value)}` }] });
    }
  }
  return NO;
};
