/** What the score room is told, and what it is given. */
import type { AuditReport, Completeness, Finding, Outcome, PackageSummary } from '../contracts/audit.js';
import type { DecisionKind, TeamDecision } from '../contracts/decisions.js';
import type { SuppressionFact } from '../contracts/facts.js';
import type { Priority, Profile, Rule } from '../contracts/rules.js';
import { standing } from './decisions.js';

/**
 * Names the arithmetic, so that two scores are compared only when they were made alike. It changes with any change of
 * weights, caps or credit; the rules' own changes are told by the tool's version.
 */
export const SCORE_MODEL = '2026.1';

export interface ScoreOptions {
  /** The rules that may be judged, of any profile; those outside the profile are left out. */
  rules: readonly Rule[];
  profile: Profile;
  /** Gate: an open site of this priority or a higher one fails it. Default `P0`. */
  failOn?: Priority | 'never';
  /** Gate: a score below this fails it, and so does no score. Default: none. */
  minScore?: number | null;
  /** Count fails of low confidence too. Default: they are listed only. */
  countLowConfidence?: boolean;
  /** What the team accepted or attested. */
  decisions?: readonly TeamDecision[];
  /** As `2026-11-21`: the day on which decisions must stand. Needed when there are any. */
  today?: string;
  /** Ids of all checks of the rulebook, to tell a misspelt suppression from one of a check that was not asked for. Default: those of `rules`. */
  knownChecks?: readonly string[];
  /** The score of the report to compare with. */
  previousScore?: number | null;
}

/** A gap that the team answers for. */
export interface Decision {
  kind: DecisionKind;
  /** Why, by whom, until when: one line for the reader. */
  reason: string;
}

/** Everything about the audited project that the outcomes alone do not tell. */
export interface AuditedProject {
  packages: readonly AuditedPackage[];
  suppressions: readonly FileSuppressions[];
  completeness: Completeness;
  readLines: ReadLines;
}

/**
 * The lines of an audited file without their line ends, split at CRLF, CR and LF, by root-relative path; null when it
 * is not there or cannot be read. The score room itself never touches the file system.
 */
export type ReadLines = (path: string) => readonly string[] | null;

export type AuditedPackage = Pick<PackageSummary, 'directory' | 'name' | 'frameworks' | 'sourceFiles'>;

export interface FileSuppressions {
  path: string;
  suppressions: readonly SuppressionFact[];
}

/** The judged project: all of the report that is computed. */
export type Audit = Pick<
  AuditReport,
  'completeness' | 'score' | 'verdict' | 'gate' | 'summary' | 'gaps' | 'phases' | 'quickWins' | 'suppressions'
> & { profile: Profile; packages: PackageSummary[]; exitCode: 0 | 1 | 3 };

/** The options with nothing left to default. */
export interface Policy {
  failOn: Priority | 'never';
  minScore: number | null;
  countLowConfidence: boolean;
  /** Those that stand, by rule id. */
  decisions: ReadonlyMap<string, Decision>;
  previousScore: number | null;
}

/** What one rule found, over all packages that it was judged in. */
export interface RuleRow {
  rule: Rule;
  outcomes: Outcome[];
  findings: Finding[];
}

export function policyOf(options: ScoreOptions): Policy {
  return {
    failOn: options.failOn ?? 'P0',
    minScore: options.minScore ?? null,
    countLowConfidence: options.countLowConfidence ?? false,
    decisions: standing(options.decisions ?? [], options.today ?? ''),
    previousScore: options.previousScore ?? null,
  };
}
