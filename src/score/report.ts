/** The judged project and the circumstances of the run → the one object that feeds every format. */
import { REPORT_SCHEMA_URL, type AuditReport } from '../contracts/audit.js';
import { inertLine } from '../contracts/inert.js';
import type { Diagnostic, GitInfo } from '../contracts/inventory.js';
import { SCORE_MODEL, type Audit } from './options.js';
import { compareText, sortedRecord } from './order.js';

/** All that is known of a run beside its outcomes. */
export interface RunCircumstances {
  toolVersion: string;
  projectName: string;
  git: GitInfo | null;
  /** Null when byte-identical output is asked for; `durationMs` and `timings` are then left out too. */
  startedAt: Date | null;
  durationMs: number | null;
  /** Stage → milliseconds. */
  timings: Readonly<Record<string, number>>;
  diagnostics: readonly Diagnostic[];
}

/** Keys stand in the order of the contract; the same input gives the same bytes. */
export function buildReport(audit: Audit, run: RunCircumstances): AuditReport {
  const timed = run.startedAt !== null;
  return {
    $schema: REPORT_SCHEMA_URL,
    schemaVersion: '1',
    tool: { name: 'shipworthy', version: run.toolVersion, scoreModel: SCORE_MODEL },
    run: {
      profile: audit.profile,
      startedAt: run.startedAt?.toISOString() ?? null,
      durationMs: timed ? run.durationMs : null,
      timings: timed ? sortedRecord(run.timings) : {},
      exitCode: audit.exitCode,
    },
    project: {
      name: inertLine(run.projectName),
      git: run.git,
      packages: audit.packages,
      frameworks: [...new Set(audit.packages.flatMap((audited) => audited.frameworks))].sort(compareText),
    },
    completeness: audit.completeness,
    score: audit.score,
    verdict: audit.verdict,
    gate: audit.gate,
    summary: audit.summary,
    gaps: audit.gaps,
    phases: audit.phases,
    quickWins: audit.quickWins,
    suppressions: audit.suppressions,
    diagnostics: [...run.diagnostics].sort(byPlace).map(inertDiagnostic),
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.path ?? '', b.path ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

function inertDiagnostic(diagnostic: Diagnostic): Diagnostic {
  const safe = { ...diagnostic, message: inertLine(diagnostic.message) };
  return diagnostic.hint === undefined ? safe : { ...safe, hint: inertLine(diagnostic.hint) };
}
