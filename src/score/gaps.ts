/** One rule and its outcomes in all packages → one gap. */
import type { Confidence, Coverage, Finding, FixRecipe, Gap, GapStatus, Outcome } from '../contracts/audit.js';
import { inertLine } from '../contracts/inert.js';
import type { Priority, Rule } from '../contracts/rules.js';
import type { Decision } from './options.js';
import { compareText, rankOf } from './order.js';
import { WEIGHTS } from './points.js';
import { siteNameOf } from './site-names.js';

const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low'];
const REASONS_SHOWN = 3;

/** The gap without its number and its points, which depend on all the others; both are 0. */
export function gapOf(rule: Rule, outcomes: readonly Outcome[], findings: Finding[], decision: Decision | undefined): Gap {
  const coverage = coverageOf(findings);
  const { status, reason } = judge(outcomes, findings, coverage, decision);
  const decided = coverage.passing + coverage.failing;
  const open = findings.filter((finding) => finding.open);
  return {
    number: 0,
    ruleId: rule.id,
    title: rule.title,
    area: rule.area,
    priority: highestPriority(open) ?? rule.priority,
    relevance: rule.relevance,
    status,
    reason,
    confidence: highestConfidence(findings),
    coverage,
    siteName: siteNameOf(rule, findings),
    groups: groupsOf(rule, findings),
    findings,
    weight: decided > 0 && !isDecision(status, decision) ? WEIGHTS[rule.priority] : 0,
    credit: decided > 0 ? coverage.passing / decided : 0,
    points: 0,
    effortMinutes: open.length === 0 ? 0 : rule.effort.onceMinutes + rule.effort.perSiteMinutes * open.length,
    text: rule.text,
    recipes: recipesOf(rule, open),
    files: [...new Set(open.map((finding) => finding.location.path))].sort(compareText),
    standards: { cwe: [...rule.cwe], owasp: [...rule.owasp], asvs: [...rule.asvs] },
  };
}

/** Suppressed sites are in no number; a fail that does not count (low confidence) is one more thing not known. */
function coverageOf(findings: readonly Finding[]): Coverage {
  const counted = findings.filter((finding) => finding.suppression === null);
  const passing = counted.filter((finding) => finding.verdict === 'pass').length;
  const failing = counted.filter((finding) => finding.open).length;
  return { passing, failing, unknown: counted.length - passing - failing, total: counted.length };
}

function groupsOf(rule: Rule, findings: readonly Finding[]): Gap['groups'] {
  return rule.groups
    .map(({ name }) => ({ name, ...coverageOf(findings.filter((finding) => finding.groups.includes(name))) }))
    .filter((group) => group.total > 0);
}

interface Judgement {
  status: GapStatus;
  reason: string;
}

/**
 * What is open decides first. Without anything open, what hides most from the reader comes first: a rule that failed,
 * then sites that could not be told, then accepted ones. Only a gap whose every site passes is `fixed`.
 */
function judge(outcomes: readonly Outcome[], findings: readonly Finding[], coverage: Coverage, decision: Decision | undefined): Judgement {
  if (findings.some((finding) => finding.open)) return { status: coverage.passing > 0 ? 'partial' : 'missing', reason: '' };
  const settled = settledByOutcome(outcomes, findings, coverage);
  const needsAnswer = settled.status === 'unverified' || settled.status === 'error';
  return decision !== undefined && needsAnswer ? { status: decision.kind, reason: inertLine(decision.reason) } : settled;
}

function settledByOutcome(outcomes: readonly Outcome[], findings: readonly Finding[], coverage: Coverage): Judgement {
  const reasons = (kind: Outcome['kind']) => joined(outcomes.filter((outcome) => outcome.kind === kind).map((outcome) => outcome.reason));
  if (outcomes.length === 0) return { status: 'unverified', reason: 'this check was not run' };
  if (outcomes.some((outcome) => outcome.kind === 'error')) return { status: 'error', reason: reasons('error') };
  if (coverage.unknown > 0) return { status: 'unverified', reason: unknownReason(findings, coverage) };
  if (outcomes.some((outcome) => outcome.kind === 'unverified')) return { status: 'unverified', reason: reasons('unverified') };
  const suppressed = findings.flatMap((finding) => finding.suppression ?? []);
  if (suppressed.length > 0) return { status: 'accepted', reason: joined(suppressed.map((suppression) => suppression.reason)) };
  if (coverage.passing > 0) return { status: 'fixed', reason: '' };
  return { status: 'not-applicable', reason: joined(outcomes.map((outcome) => outcome.reason)) };
}

function unknownReason(findings: readonly Finding[], { passing, unknown, total }: Coverage): string {
  const suspected = findings.filter((finding) => finding.verdict === 'fail' && finding.suppression === null).length;
  const only = total === 1 ? findings.find((finding) => finding.verdict === 'unknown') : undefined;
  if (only !== undefined) return inertLine(only.message);
  if (total === 1) return 'the one site is suspected, with low confidence';
  const doubt = suspected > 0 ? ` (${suspected} suspected, with low confidence)` : '';
  const rest = passing > 0 ? `; the other ${passing} ${passing === 1 ? 'passes' : 'pass'}` : '';
  return `${unknown} of ${total} sites could not be judged${doubt}${rest}`;
}

/** A decision stands only where it was needed; then the gap is out of the sum. */
function isDecision(status: GapStatus, decision: Decision | undefined): boolean {
  return decision !== undefined && status === decision.kind;
}

function recipesOf(rule: Rule, open: readonly Finding[]): FixRecipe[] {
  const counts = new Map<string, number>();
  for (const { recipe } of open) {
    const library = Object.hasOwn(rule.fix, recipe) ? recipe : 'default';
    counts.set(library, (counts.get(library) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || compareText(a, b))
    .flatMap(([library]) => {
      const recipe = Object.hasOwn(rule.fix, library) ? rule.fix[library] : undefined;
      return recipe === undefined ? [] : [{ library, before: recipe.before, after: recipe.after }];
    });
}

function highestPriority(findings: readonly Finding[]): Priority | undefined {
  return findings.map((finding) => finding.priority).sort((a, b) => rankOf(a) - rankOf(b))[0];
}

function highestConfidence(findings: readonly Finding[]): Confidence {
  const failing = findings.filter((finding) => finding.verdict === 'fail').map((finding) => CONFIDENCES.indexOf(finding.confidence));
  return failing.length === 0 ? 'high' : (CONFIDENCES[Math.min(...failing)] ?? 'high');
}

function joined(reasons: readonly string[]): string {
  const distinct = [...new Set(reasons.map(inertLine))].filter((reason) => reason !== '');
  const more = distinct.length - REASONS_SHOWN;
  return distinct.slice(0, REASONS_SHOWN).join('; ') + (more > 0 ? `; and ${more} more reasons` : '');
}
