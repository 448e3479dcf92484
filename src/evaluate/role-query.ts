/** Asking whether some use of an API matches a role query, as seen from a site. */
import type { RoleSite, ValueRef } from '../contracts/program.js';
import type { RoleQuery } from '../contracts/vocabulary.js';
import { answerOf, every, unknown, yes } from './answer.js';
import type { Answer } from './answer.js';
import type { Compiler } from './compiler.js';
import type { Evaluation } from './evaluation.js';
import { keyOf } from './file-uses.js';
import { matchesRole } from './roles.js';
import { siteOfRole } from './site.js';
import type { Site } from './site.js';

export interface RoleMatcher {
  /** Does this use match, from the site's point of view (`same:` compares with the site's argument)? */
  matches(use: RoleSite, site: Site, evaluation: Evaluation): Answer;
  /** Uses that the value is, in one of the roles asked for. */
  usesAt(value: ValueRef, evaluation: Evaluation): RoleSite[];
  readonly roles: readonly string[];
  /** Does it ask for more than the role? */
  readonly isConditional: boolean;
  /** Does it ask for the same argument (`same:`)? */
  readonly comparesArgument: boolean;
}

export function roleMatcher(query: RoleQuery, compiler: Compiler): RoleMatcher {
  const where = query.where ? compiler.condition(query.where) : null;
  return {
    roles: query.roles,
    comparesArgument: query.same !== null,
    isConditional: query.where !== null || query.same !== null,
    usesAt: (value, { program }) => program.rolesAt(value).filter((use) => matchesRole(use.role, query.roles)),
    matches: (use, site, evaluation) => {
      const { program } = evaluation;
      const found = yes({ confidence: use.confidence, reason: `${siteOfRole(use, program).label} covers it`, related: [{ location: program.location(use.value), text: siteOfRole(use, program).label }] });
      const extra = where === null ? [] : [where(siteOfRole(use, program), evaluation)];
      const same = query.same === null ? [] : [sameArgument(use, site, query.same, evaluation)];
      return every([found, ...extra, ...same]);
    },
  };
}

/** Do both uses get the argument from one value? Unknown when neither can be followed to a common one nor told apart. */
function sameArgument(use: RoleSite, site: Site, name: string, { program }: Evaluation): Answer {
  const theirs = program.argument(use, name);
  const ours = site.role === null ? null : program.argument(site.role, name);
  if (theirs === null || ours === null) return unknown(`whether both get the same ${name}`);
  const sources = new Set(program.sourcesOf(theirs).map(keyOf));
  return answerOf(program.sourcesOf(ours).some((source) => sources.has(keyOf(source))));
}
