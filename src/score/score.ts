/** Outcomes → the judged project. Everything in a report that is computed is computed from here. */
import { append } from '../contracts/multimap.js';
import type { Completeness, Gap, GapStatus, Outcome, PackageSummary } from '../contracts/audit.js';
import { PROFILES, type Rule } from '../contracts/rules.js';
import { decisionSummaries } from './decisions.js';
import { FindingBuilder } from './findings.js';
import { gapOf } from './gaps.js';
import { policyOf, type Audit, type AuditedPackage, type AuditedProject, type Policy, type RuleRow, type ScoreOptions } from './options.js';
import { compareText, rankOf, sortedRecord } from './order.js';
import { phasesOf, quickWinsOf } from './plan.js';
import { pointsOf, scoreOf } from './points.js';
import { Sources } from './source.js';
import { openByPriority, summaryOf } from './summary.js';
import { Suppressions } from './suppressions.js';
import { exitCodeOf, gateOf, verdictOf } from './verdict.js';

/** Where a gap stands in the report: what was decided first, then what the team answers for, then what nobody can tell. */
const SECTION: Record<GapStatus, number> = {
  missing: 0,
  partial: 0,
  fixed: 0,
  accepted: 1,
  attested: 1,
  unverified: 2,
  error: 2,
  'not-applicable': 3,
};
/** Within a section and a priority. */
const STATUS_ORDER: readonly GapStatus[] = ['missing', 'partial', 'fixed', 'accepted', 'attested', 'error', 'unverified', 'not-applicable'];

/**
 * Judges the outcomes of one run: gaps, score, verdict, gate, plan. Pure but for `project.readLines`; outcomes of rules
 * that are not in `options.rules`, or outside the profile, are left out.
 */
export function scoreWith(options: ScoreOptions): (outcomes: readonly Outcome[], project: AuditedProject) => Audit {
  const policy = policyOf(options);
  const rules = options.rules.filter((rule) => PROFILES.indexOf(rule.relevance) <= PROFILES.indexOf(options.profile));
  const judged = new Set(rules.map((rule) => rule.id));
  const known = new Set([...(options.knownChecks ?? []), ...options.rules.map((rule) => rule.id)]);

  return (outcomes, project) => {
    const suppressions = new Suppressions(project.suppressions, judged, known);
    const rows = rowsOf(rules, outcomes, new FindingBuilder(new Sources(project.readLines), suppressions, policy));
    const gaps = gapsOf(rows, policy);
    const score = scoreOf(gaps, policy.previousScore);
    const completeness = withFailedRules(project.completeness, gaps);
    const gate = gateOf(gaps, score, policy);
    return {
      profile: options.profile,
      packages: packageSummaries(project.packages, rows, policy),
      completeness,
      score,
      verdict: verdictOf(gaps, score, completeness),
      gate,
      summary: summaryOf(gaps),
      gaps,
      phases: phasesOf(gaps),
      quickWins: quickWinsOf(gaps),
      suppressions: [...decisionSummaries(options.decisions ?? [], gaps, options.today ?? ''), ...suppressions.summary()],
      exitCode: exitCodeOf(gate, completeness),
    };
  };
}

function rowsOf(rules: readonly Rule[], outcomes: readonly Outcome[], builder: FindingBuilder): RuleRow[] {
  const byId = new Map<string, Outcome[]>(rules.map((rule) => [rule.id, []]));
  for (const outcome of outcomes) byId.get(outcome.ruleId)?.push(outcome);
  return rules.map((rule) => {
    const own = (byId.get(rule.id) ?? []).sort((a, b) => compareText(a.package, b.package));
    return { rule, outcomes: own, findings: builder.build(rule, own) };
  });
}

/** In report order, numbered, with points. */
function gapsOf(rows: readonly RuleRow[], policy: Policy): Gap[] {
  const gaps = rows.map(({ rule, outcomes, findings }) => gapOf(rule, outcomes, findings, policy.decisions.get(rule.id)));
  const totalWeight = gaps.reduce((total, gap) => total + gap.weight, 0);
  return gaps
    .map((gap) => ({ ...gap, points: pointsOf(gap, totalWeight) }))
    .sort(inReportOrder)
    .map((gap, index) => ({ ...gap, number: index + 1 }));
}

function inReportOrder(a: Gap, b: Gap): number {
  return (
    SECTION[a.status] - SECTION[b.status] ||
    rankOf(a.priority) - rankOf(b.priority) ||
    STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status) ||
    PROFILES.indexOf(a.relevance) - PROFILES.indexOf(b.relevance) ||
    b.points - a.points ||
    compareText(a.ruleId, b.ruleId)
  );
}

/** The same arithmetic over what was found in each package, by directory. */
function packageSummaries(packages: readonly AuditedPackage[], rows: readonly RuleRow[], policy: Policy): PackageSummary[] {
  const grouped = rows.map(({ rule, outcomes, findings }) => ({ rule, outcomes: inPackages(outcomes), findings: inPackages(findings) }));
  return packages
    .map((audited) => {
      const { directory } = audited;
      return packageSummary(audited, grouped.map(({ rule, outcomes, findings }) => ({ rule, outcomes: outcomes.get(directory) ?? [], findings: findings.get(directory) ?? [] })), policy);
    })
    .sort((a, b) => compareText(a.directory, b.directory));
}

function inPackages<Found extends { package: string }>(all: readonly Found[]): Map<string, Found[]> {
  const packages = new Map<string, Found[]>();
  for (const found of all) {
    append(packages, found.package, found);
  }
  return packages;
}

function packageSummary(audited: AuditedPackage, rows: readonly RuleRow[], policy: Policy): PackageSummary {
  const gaps = gapsOf(rows, policy);
  return {
    directory: audited.directory,
    name: audited.name,
    frameworks: [...audited.frameworks].sort(compareText),
    sourceFiles: audited.sourceFiles,
    score: scoreOf(gaps, null).value,
    open: openByPriority(gaps),
  };
}

/** A rule that failed is a hole in the audit, so such an audit is not complete. Records get their keys in order. */
function withFailedRules(completeness: Completeness, gaps: readonly Gap[]): Completeness {
  const failed = gaps.filter((gap) => gap.status === 'error').map((gap) => gap.ruleId);
  const ordered = { ...completeness, filesByClass: sortedRecord(completeness.filesByClass), inventory: sortedRecord(completeness.inventory) };
  if (failed.length === 0) return ordered;
  const reason = `${failed.length === 1 ? '1 check' : `${failed.length} checks`} failed to run: ${failed.sort(compareText).join(', ')}`;
  return {
    ...ordered,
    status: completeness.status === 'complete' ? 'partial' : completeness.status,
    reason: completeness.reason === '' ? reason : `${completeness.reason}; ${reason}`,
  };
}
