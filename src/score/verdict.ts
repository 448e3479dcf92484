/** The word on the project, and whether the gate holds. They stand beside the score, never inside it. */
import type { Completeness, Gap, Gate, Score, Verdict } from '../contracts/audit.js';
import type { Policy } from './options.js';
import { rankOf } from './order.js';
import { isOpen } from './points.js';

const READY_SCORE = 90;
const NAMES_SHOWN = 3;

export function verdictOf(gaps: readonly Gap[], score: Score, completeness: Completeness): Verdict {
  const critical = gaps.filter((gap) => isOpen(gap) && gap.priority === 'P0');
  const openCritical = critical.length;
  if (completeness.status === 'incomplete') {
    return { word: 'not audited', text: sentence(completeness.reason || 'The audit is incomplete'), openCritical };
  }
  if (openCritical > 0) {
    const what = openCritical === 1 ? '1 critical gap is open' : `${openCritical} critical gaps are open`;
    return { word: 'not ready', text: `${what}: ${named(critical)}.`, openCritical };
  }
  if (score.value === null) {
    return { word: 'not audited', text: 'No gap could be decided, so there is nothing to judge.', openCritical };
  }
  if (score.value >= READY_SCORE) {
    return { word: 'ready', text: `No critical gap is open and the score is ${score.value}.`, openCritical };
  }
  return { word: 'nearly', text: `No critical gap is open; the score is ${score.value}, and ready starts at ${READY_SCORE}.`, openCritical };
}

/** No score cannot show that a minimum is reached, so it fails `minScore`. */
export function gateOf(gaps: readonly Gap[], score: Score, policy: Policy): Gate {
  const { failOn, minScore } = policy;
  const blocking = failOn === 'never' ? [] : gaps.filter((gap) => blocks(gap, rankOf(failOn))).map((gap) => gap.ruleId);
  const reachesMinimum = minScore === null || (score.value !== null && score.value >= minScore);
  const conditions = [`--fail-on ${failOn}`];
  if (minScore !== null) conditions.push(`--min-score ${minScore}`);
  return { holds: blocking.length === 0 && reachesMinimum, conditions, blocking };
}

/** 0 the gate holds · 1 it fails · 3 the audit is incomplete. */
export function exitCodeOf(gate: Gate, completeness: Completeness): 0 | 1 | 3 {
  if (completeness.status === 'incomplete') return 3;
  return gate.holds ? 0 : 1;
}

function blocks(gap: Gap, limit: number): boolean {
  return gap.findings.some((finding) => finding.open && rankOf(finding.priority) <= limit);
}

function named(gaps: readonly Gap[]): string {
  const names = gaps.slice(0, NAMES_SHOWN).map((gap) => gap.ruleId);
  const more = gaps.length - names.length;
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
