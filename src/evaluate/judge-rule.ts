/** One rule on one package. */
import type { Outcome, SiteResult } from '../contracts/audit.js';
import type { Rule } from '../contracts/rules.js';
import { compileCondition } from './compile.js';
import { runsInComponent } from './components.js';
import type { Judge } from './compiler.js';
import type { Evaluation, Scope } from './evaluation.js';
import { grouped } from './grouping.js';
import { judgeSite } from './judge-site.js';
import type { CompiledClauses } from './judge-site.js';
import { NO_SITE } from './site.js';
import { compileSelector, isOfRepository } from './sites/index.js';
import type { Candidate, Select } from './sites/index.js';

export interface CompiledRule {
  rule: Rule;
  /** Is it asked of each package, or once of them all? */
  scope: Scope;
  applies: Judge | null;
  select: Select;
  clauses: CompiledClauses;
}

/** @throws Error when the rule uses a predicate that does not exist. */
export function compileRule(rule: Rule): CompiledRule {
  return {
    rule,
    scope: isOfRepository(rule.sites) ? 'repository' : 'package',
    applies: rule.applies ? compileCondition(rule.applies.when, 'own') : null,
    select: compileSelector(rule.sites),
    clauses: {
      rule,
      groups: rule.groups.map(({ name, when }) => ({ name, when: compileCondition(when, 'own') })),
      ignores: rule.ignores ? compileCondition(rule.ignores, 'wide') : null,
      fails: rule.fails.map((clause) => ({ ...clause, when: compileCondition(clause.when, 'wide') })),
      passes: rule.passes.map((clause) => ({ ...clause, when: compileCondition(clause.when, 'wide') })),
    },
  };
}

/** The package itself as a site, of which `applies` is asked. */
export const WHOLE_PACKAGE = { ...NO_SITE, label: '' } as const;

export function judgeRule(compiled: CompiledRule, evaluation: Evaluation): Outcome {
  const { rule } = compiled;
  const outcome = (kind: Outcome['kind'], reason: string, sites: SiteResult[] = []): Outcome => ({ ruleId: rule.id, package: evaluation.package.directory, kind, reason, sites });
  if (compiled.applies !== null && rule.applies !== null) {
    const answer = compiled.applies(WHOLE_PACKAGE, evaluation);
    if (answer.truth === 'no') return outcome('not-applicable', rule.applies.reason);
    if (answer.truth === 'unknown') return outcome('unverified', `it cannot be told ${answer.evidence.reason || 'whether this applies'}`);
  }
  const sites = resultsOf(compiled, evaluation);
  if (sites.length === 0) return outcome('not-applicable', rule.noSites);
  if (sites.every((site) => site.verdict === 'unknown')) return outcome('unverified', sites[0]!.message, sites);
  return outcome('decided', '', sites);
}

/** Results in order of their places, each place once. */
function resultsOf(compiled: CompiledRule, evaluation: Evaluation): SiteResult[] {
  const candidates = new Map<SiteResult, Candidate>();
  for (const candidate of compiled.select(evaluation)) {
    // What is public counts wherever it stands; all else is about what servers do.
    if (candidate.site.secret === null && runsInComponent(candidate.site, evaluation.program)) continue;
    const result = judgeSite(compiled.clauses, candidate, evaluation);
    if (result !== null) candidates.set(result, candidate);
  }
  const results = distinctSites([...candidates.keys()]).sort(compareSites);
  const { groupedBy } = compiled.rule;
  if (groupedBy === null) return results;
  const judged = results.map((result) => ({ candidate: candidates.get(result)!, result }));
  const reword = (candidate: Candidate, label: string) => judgeSite(compiled.clauses, { ...candidate, site: { ...candidate.site, label } }, evaluation)!;
  return grouped(judged, groupedBy, evaluation, reword).sort(compareSites);
}

const SEVERITY = { fail: 2, unknown: 1, pass: 0 } as const;

/** One result a location: the worst verdict, and among those the highest priority. On a line that is known as a whole, several things may stand. */
function distinctSites(sites: readonly SiteResult[]): SiteResult[] {
  const byPlace = new Map<string, SiteResult>();
  for (const site of sites) {
    const { path, line, column, endLine, endColumn } = site.location;
    const isLine = line === endLine && column === endColumn;
    const key = `${path}:${line}:${column}:${endLine}:${endColumn}${isLine ? ` ${site.label}` : ''}`;
    const other = byPlace.get(key);
    if (other === undefined || isWorse(site, other)) byPlace.set(key, site);
  }
  return [...byPlace.values()];
}

function isWorse(site: SiteResult, other: SiteResult): boolean {
  const difference = SEVERITY[site.verdict] - SEVERITY[other.verdict];
  return difference > 0 || (difference === 0 && site.priority < other.priority);
}

function compareSites(a: SiteResult, b: SiteResult): number {
  const byPath = a.location.path < b.location.path ? -1 : a.location.path > b.location.path ? 1 : 0;
  return byPath || a.location.line - b.location.line || a.location.column - b.location.column || a.location.endLine - b.location.endLine || a.location.endColumn - b.location.endColumn;
}
