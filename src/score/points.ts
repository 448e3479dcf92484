/**
 * The arithmetic of the score, in one place: sum(weight × credit) / sum(weight) over the gaps of which at least one site
 * was decided, then the cap. The weight is that of the rule's own priority, so that the same project has the same sum
 * whatever its sites raise or lower; the cap looks at what is open.
 */
import type { Gap, Score } from '../contracts/audit.js';
import type { Priority } from '../contracts/rules.js';
import { SCORE_MODEL } from './options.js';
import { rankOf } from './order.js';

export const WEIGHTS: Readonly<Record<Priority, number>> = { P0: 10, P1: 5, P2: 2, P3: 1 };
const CAPS: Partial<Record<Priority, number>> = { P0: 59, P1: 84 };
const NO_CAP = 100;

/** A gap with failing sites that count. */
export function isOpen(gap: Pick<Gap, 'findings'>): boolean {
  return gap.findings.some((finding) => finding.open);
}

/** The score of these gaps; `previous` is handed through. */
export function scoreOf(gaps: readonly Gap[], previous: number | null): Score {
  const counted = gaps.filter((gap) => gap.weight > 0);
  const weight = sum(counted.map((gap) => gap.weight));
  const earned = sum(counted.map((gap) => gap.weight * gap.credit));
  const exact = weight === 0 ? null : (earned / weight) * 100;
  const { cap, reason } = capOf(gaps);
  return {
    value: exact === null ? null : Math.min(roundedDown(exact, 0), cap),
    uncapped: exact === null ? null : roundedDown(exact, 1),
    cap,
    capReason: reason,
    weight,
    earned: Number(earned.toFixed(4)),
    decided: counted.length,
    applicable: gaps.filter((gap) => gap.status !== 'not-applicable').length,
    scoreModel: SCORE_MODEL,
    previous,
  };
}

/** Points, to one decimal, that closing the gap adds to the uncapped score of all. */
export function pointsOf(gap: Pick<Gap, 'weight' | 'credit'>, totalWeight: number): number {
  return totalWeight === 0 ? 0 : Number((((gap.weight * (1 - gap.credit)) / totalWeight) * 100).toFixed(1));
}

function capOf(gaps: readonly Gap[]): { cap: number; reason: string } {
  const open = gaps.filter(isOpen).sort((a, b) => rankOf(a.priority) - rankOf(b.priority));
  const priority = open[0]?.priority;
  const cap = priority === undefined ? undefined : CAPS[priority];
  if (priority === undefined || cap === undefined) return { cap: NO_CAP, reason: '' };
  const count = open.filter((gap) => gap.priority === priority).length;
  const gapsText = count === 1 ? `1 open ${priority} gap holds` : `${count} open ${priority} gaps hold`;
  return { cap, reason: `${gapsText} the score at ${cap} or below` };
}

/** Floor to decimals, forgiving the last bits of binary fractions: 57.00000000000001 and 56.99999999999999 are both 57. */
function roundedDown(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(Number((value * scale).toFixed(6))) / scale;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
