/** What to do in which order: phases by priority, and the quick wins. */
import type { Gap, Phase } from '../contracts/audit.js';
import { PRIORITIES, type Priority } from '../contracts/rules.js';
import { compareText } from './order.js';
import { isOpen } from './points.js';

const PHASE_WORDS: Record<Priority, string> = {
  P0: 'close the critical gaps',
  P1: 'close the high-priority gaps',
  P2: 'close the medium-priority gaps',
  P3: 'close the low-priority gaps',
};
const MINUTES_PER_HOUR = 60;
/** Estimates are no better than half an hour. */
const HOUR_STEPS = 2;

/** A phase for each priority that has open gaps, in report order, numbered from 1. */
export function phasesOf(gaps: readonly Gap[]): Phase[] {
  const withGaps = PRIORITIES.map((priority) => ({ priority, open: gaps.filter((gap) => isOpen(gap) && gap.priority === priority) })).filter(
    ({ open }) => open.length > 0,
  );
  return withGaps.map(({ priority, open }, index) => {
    const minutes = open.reduce((total, gap) => total + gap.effortMinutes, 0);
    return {
      name: `Phase ${index + 1}: ${PHASE_WORDS[priority]}`,
      priority,
      ruleIds: open.map((gap) => gap.ruleId),
      hours: Math.ceil((minutes / MINUTES_PER_HOUR) * HOUR_STEPS) / HOUR_STEPS,
    };
  });
}

/** Ids of open gaps that take under an hour and bring points, most points per minute first. */
export function quickWinsOf(gaps: readonly Gap[]): string[] {
  return gaps
    .filter((gap) => isOpen(gap) && gap.effortMinutes < MINUTES_PER_HOUR && gap.points > 0)
    .sort((a, b) => rateOf(b) - rateOf(a) || compareText(a.ruleId, b.ruleId))
    .map((gap) => gap.ruleId);
}

function rateOf(gap: Gap): number {
  return gap.points / Math.max(1, gap.effortMinutes);
}
