/** Builders of what `evaluate` hands to `score`; a test names only what it is about. */
import type { Completeness, Outcome, SiteResult } from '../../src/contracts/audit.js';
import type { Rule } from '../../src/contracts/rules.js';
import type { AuditedProject, ReadLines } from '../../src/score/index.js';

export function rule(id: string, given: Partial<Rule> = {}): Rule {
  return {
    id,
    title: `Title of ${id}`,
    requirement: `Requirement of ${id}`,
    area: 'security',
    priority: 'P1',
    relevance: 'essential',
    effort: { perSiteMinutes: 15, onceMinutes: 0 },
    cwe: [89],
    owasp: ['A05:2025'],
    asvs: ['1.2.4'],
    applies: null,
    sites: { kind: 'role', handedOn: null, roles: ['sql.execute'], where: null },
    ignores: null,
    fails: [],
    passes: [],
    otherwise: 'fail',
    siteName: 'site',
    groups: [],
    groupedBy: null,
    noSites: 'there is nothing of the kind',
    message: 'it is wrong',
    text: { requirement: `Requirement of ${id}`, why: 'It matters.', action: 'Fix it.', references: [] },
    fix: { default: { before: 'before()', after: 'after()' } },
    references: [],
    source: `/rules/${id}/rule.yaml`,
    ...given,
  };
}

export function site(verdict: SiteResult['verdict'], given: Partial<SiteResult> & { path?: string; line?: number } = {}): SiteResult {
  const { path = 'src/a.ts', line = 1, ...rest } = given;
  return {
    verdict,
    location: { path, line, column: 3, endLine: line, endColumn: 8 },
    label: 'pool.query',
    message: `this site is a ${verdict}`,
    priority: 'P1',
    confidence: 'high',
    steps: [],
    related: [],
    symbol: 'find',
    recipe: '',
    ...rest,
  };
}

export function sites(counts: { pass?: number; fail?: number; unknown?: number }, given: Partial<SiteResult> = {}): SiteResult[] {
  const verdicts = (['pass', 'fail', 'unknown'] as const).flatMap((verdict) => Array.from({ length: counts[verdict] ?? 0 }, () => verdict));
  return verdicts.map((verdict, index) => site(verdict, { line: index + 1, ...given }));
}

export function decided(ruleId: string, found: SiteResult[], directory = ''): Outcome {
  return { ruleId, package: directory, kind: 'decided', reason: '', sites: found };
}

export function undecided(ruleId: string, kind: 'not-applicable' | 'unverified' | 'error', reason: string, directory = ''): Outcome {
  return { ruleId, package: directory, kind, reason, sites: [] };
}

export function completeness(given: Partial<Completeness> = {}): Completeness {
  return {
    status: 'complete',
    reason: '',
    filesDiscovered: 3,
    filesByClass: { source: 3 },
    filesAnalysed: 3,
    linesAnalysed: 120,
    failed: [],
    skipped: [],
    inventory: {},
    limits: [],
    ...given,
  };
}

export function project(given: Partial<AuditedProject> = {}): AuditedProject {
  return {
    packages: [{ directory: '', name: 'app', frameworks: ['express'], sourceFiles: 3 }],
    suppressions: [],
    completeness: completeness(),
    readLines: () => null,
    ...given,
  };
}

export function reading(files: Record<string, string>): ReadLines {
  return (path) => (Object.hasOwn(files, path) ? (files[path] ?? '').split(/\r\n|\r|\n/) : null);
}
