/** `accept:` and `attest:` of the configuration: which of them stand today, and what is wrong with the others. */
import type { Gap, SuppressionSummary } from '../contracts/audit.js';
import type { TeamDecision } from '../contracts/decisions.js';
import { inertLine } from '../contracts/inert.js';
import type { Decision } from './options.js';

/**
 * By check.
 * @param today as `2026-11-21`; a decision stands to the end of its last day
 */
export function standing(decisions: readonly TeamDecision[], today: string): ReadonlyMap<string, Decision> {
  return new Map(decisions.filter((decision) => !isExpired(decision, today)).map((decision) => [decision.check, { kind: decision.kind, reason: reasonOf(decision) }]));
}

/** The decisions about checks of this run, in their order, with what became of them. */
export function decisionSummaries(decisions: readonly TeamDecision[], gaps: readonly Gap[], today: string): SuppressionSummary[] {
  return decisions.flatMap((decision) => {
    const gap = gaps.find(({ ruleId }) => ruleId === decision.check);
    if (gap === undefined) return [];
    const used = gap.status === decision.kind;
    return [{ path: decision.place.path, line: decision.place.line, ids: [decision.check], reason: reasonOf(decision), used, problem: used ? '' : problemOf(decision, gap, today) }];
  });
}

function problemOf(decision: TeamDecision, { status, coverage }: Gap, today: string): string {
  if (isExpired(decision, today)) return `it expired on ${decision.until}, so it does not count any more`;
  if (status === 'missing' || status === 'partial') return `the code says otherwise: ${coverage.failing} of ${coverage.total} ${coverage.total === 1 ? 'site fails' : 'sites fail'}`;
  return status === 'not-applicable' ? 'it is not needed: the check does not apply' : 'it is not needed: nothing is open';
}

function isExpired({ until }: TeamDecision, today: string): boolean {
  // Dates in this form are in order as texts.
  return until < today;
}

function reasonOf({ reason, owner, until, link }: TeamDecision): string {
  return inertLine(`${reason} (${owner}, until ${until}${link === '' ? '' : `, ${link}`})`);
}
