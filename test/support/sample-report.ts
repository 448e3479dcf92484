/**
 * A report written by hand: three packages, a gap of every status, flows across files, and text as a hostile repository
 * would have it. The numbers agree with each other as `score` would make them.
 */
import { REPORT_SCHEMA_URL, type AuditReport, type Finding, type Gap, type Location, type StatusCounts } from '../../src/contracts/audit.js';
import { sampleGaps } from './sample-gaps.js';

export function sampleReport(given: Partial<AuditReport> = {}): AuditReport {
  return {
    $schema: REPORT_SCHEMA_URL,
    schemaVersion: '1',
    tool: { name: 'shipworthy', version: '0.1.0', scoreModel: '2026.1' },
    run: { profile: 'growth', startedAt: '2026-11-20T10:00:00.000Z', durationMs: 3120, timings: { discover: 120, extract: 2000 }, exitCode: 1 },
    project: {
      name: 'desk',
      git: { commit: 'c055206f00c055206f00c055206f00c055206f00', branch: 'main', dirty: true },
      packages: [
        { directory: '', name: 'desk', frameworks: [], sourceFiles: 2, score: null, open: { P0: 0, P1: 0, P2: 0, P3: 0 } },
        { directory: 'packages/api', name: '@desk/api', frameworks: ['express'], sourceFiles: 160, score: 48, open: { P0: 2, P1: 1, P2: 1, P3: 1 } },
        { directory: 'packages/worker', name: '@desk/worker', frameworks: ['bullmq'], sourceFiles: 52, score: 84, open: { P0: 0, P1: 1, P2: 0, P3: 0 } },
      ],
      frameworks: ['bullmq', 'express'],
    },
    completeness: {
      status: 'partial',
      reason: '1 file could not be parsed; 1 check failed to run: csrf',
      filesDiscovered: 431,
      filesByClass: { doc: 12, source: 214, test: 205 },
      filesAnalysed: 213,
      linesAnalysed: 18_400,
      failed: [{ path: 'packages/api/src/br|oken`.ts', reason: 'Unexpected <token> | at line 3' }],
      skipped: [{ path: 'packages/api/vendor/huge.js', reason: 'too-large: 9.1 MB' }],
      inventory: { outboundCalls: 15, queries: 61, routes: 41 },
      limits: ['2 flow questions were cut short after 10000 steps'],
    },
    score: {
      value: 54,
      uncapped: 54.6,
      cap: 59,
      capReason: '2 open P0 gaps hold the score at 59 or below',
      weight: 38,
      earned: 20.7619,
      decided: 6,
      applicable: 10,
      scoreModel: '2026.1',
      previous: 52,
    },
    verdict: { word: 'not ready', text: '2 critical gaps are open: auth-missing, sql-injection.', openCritical: 2 },
    gate: { holds: false, conditions: ['--fail-on P0', '--min-score 60'], blocking: ['auth-missing', 'sql-injection'] },
    summary: {
      byPriority: {
        P0: counts({ total: 4, fixed: 1, partial: 1, missing: 1, notApplicable: 1 }),
        P1: counts({ total: 4, partial: 1, accepted: 1, unverified: 2 }),
        P2: counts({ total: 2, partial: 1, accepted: 1 }),
        P3: counts({ total: 2, missing: 1, notApplicable: 1 }),
      },
      total: counts({ total: 12, fixed: 1, partial: 3, missing: 2, accepted: 2, unverified: 2, notApplicable: 2 }),
      findings: 12,
    },
    gaps: sampleGaps(),
    phases: [
      { name: 'Phase 1: close the critical gaps', priority: 'P0', ruleIds: ['auth-missing', 'sql-injection'], hours: 3 },
      { name: 'Phase 2: close the high-priority gaps', priority: 'P1', ruleIds: ['timeout-outbound'], hours: 0.5 },
      { name: 'Phase 3: close the medium-priority gaps', priority: 'P2', ruleIds: ['env-central'], hours: 1 },
      { name: 'Phase 4: close the low-priority gaps', priority: 'P3', ruleIds: ['readme-run'], hours: 0.5 },
    ],
    quickWins: ['readme-run', 'timeout-outbound'],
    suppressions: [
      { path: 'packages/api/src/search.ts', line: 30, ids: ['weak-crypto'], reason: 'cache key, not a secret | see <ADR 7>', used: true, problem: '' },
      { path: 'packages/api/src/old.ts', line: 4, ids: ['weak-crypt'], reason: 'typo', used: false, problem: 'there is no check "weak-crypt"' },
    ],
    diagnostics: [{ code: 'manifest-invalid', severity: 'warning', message: 'not JSON', path: 'packages/old/package.json', line: 1, hint: 'remove it' }],
    ...given,
  };
}

/** Nothing open, everything decided passes: what a report of a hardened project looks like. */
export function readyReport(): AuditReport {
  const gaps = sampleGaps().filter((gap) => gap.status === 'fixed' || gap.status === 'not-applicable');
  const none = counts({});
  return sampleReport({
    gaps,
    score: { ...sampleReport().score, value: 100, uncapped: 100, cap: 100, capReason: '', weight: 10, earned: 10, decided: 1, applicable: 1 },
    verdict: { word: 'ready', text: 'No critical gap is open and the score is 100.', openCritical: 0 },
    gate: { holds: true, conditions: ['--fail-on P0'], blocking: [] },
    run: { ...sampleReport().run, exitCode: 0 },
    summary: {
      byPriority: { P0: counts({ total: 2, fixed: 1, notApplicable: 1 }), P1: none, P2: none, P3: counts({ total: 1, notApplicable: 1 }) },
      total: counts({ total: 3, fixed: 1, notApplicable: 2 }),
      findings: 0,
    },
    phases: [],
    quickWins: [],
    suppressions: [],
    diagnostics: [],
  });
}

/** All strings of the report that stand for audited text; whatever a format writes, none may act. */
export const HOSTILE = {
  escape: '\u001b[31mred\u001b[0m',
  link: '\u001b]8;;http://evil.example\u0007click\u001b]8;;\u0007',
  bidi: '\u202Eevil\u202C',
  html: '<img src=x onerror=alert(1)>',
  markdown: '[click](javascript:alert(1)) ![x](http://evil.example/p.png) | cell | `tick` ``` fence',
} as const;

export function place(path: string, line: number, column = 3, endColumn = column + 10): Location {
  return { path, line, column, endLine: line, endColumn };
}

export function counts(given: Partial<StatusCounts>): StatusCounts {
  return { total: 0, fixed: 0, partial: 0, missing: 0, accepted: 0, unverified: 0, notApplicable: 0, ...given };
}

export function openGaps(report: AuditReport): Gap[] {
  return report.gaps.filter((gap) => gap.findings.some((finding) => finding.open));
}

export function openFindings(report: AuditReport): Finding[] {
  return report.gaps.flatMap((gap) => gap.findings.filter((finding) => finding.open));
}
