/** Makes a `Rule` from a checked rule file. */
import type { Rule, SiteSelector } from '../contracts/rules.js';
import type { RuleInput } from './rule-schema.js';

/**
 * @param source absolute path of the file.
 */
export function ruleFrom(input: RuleInput, source: string): Rule {
  return {
    id: input.id,
    title: input.title,
    requirement: input.requirement,
    area: input.area,
    priority: input.priority,
    relevance: input.relevance,
    effort: input.effort,
    cwe: input.cwe,
    owasp: input.owasp,
    asvs: input.asvs,
    applies: input.applies ?? null,
    sites: input.sites,
    siteName: input['site-name'] ?? 'site',
    groups: input.groups,
    groupedBy: input['one-finding-per'] ?? null,
    ignores: input.ignores ?? null,
    fails: input.fails,
    passes: input.passes,
    otherwise: input.otherwise ?? (input.passes.length > 0 ? 'fail' : 'pass'),
    noSites: input['no-sites'] ?? 'nothing to check was found',
    message: input.message,
    text: { requirement: input.requirement, why: input.why, action: input.action, references: input.references },
    fix: input.fix,
    references: input.references,
    source,
  };
}

/** True when the selector always yields a site, so that a rule needs no reason for having none. */
export function alwaysHasSites(selector: SiteSelector): boolean {
  if (selector.kind === 'any-of') return selector.selectors.some(alwaysHasSites);
  return (selector.kind === 'project' || selector.kind === 'repository') && selector.where === null;
}
