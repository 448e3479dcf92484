/** Counts of gaps by priority and status. */
import type { Gap, GapStatus, StatusCounts, Summary } from '../contracts/audit.js';
import { PRIORITIES, type Priority } from '../contracts/rules.js';
import { isOpen } from './points.js';

/** Attested gaps count as accepted (the team answers for them), failed rules as unverified (nothing is known). */
const COLUMN: Record<GapStatus, Exclude<keyof StatusCounts, 'total'>> = {
  fixed: 'fixed',
  partial: 'partial',
  missing: 'missing',
  accepted: 'accepted',
  attested: 'accepted',
  unverified: 'unverified',
  error: 'unverified',
  'not-applicable': 'notApplicable',
};

export function summaryOf(gaps: readonly Gap[]): Summary {
  const byPriority = recordOf((priority) => countStatuses(gaps.filter((gap) => gap.priority === priority)));
  const findings = gaps.reduce((total, gap) => total + gap.findings.filter((finding) => finding.open).length, 0);
  return { byPriority, total: countStatuses(gaps), findings };
}

export function openByPriority(gaps: readonly Gap[]): Record<Priority, number> {
  return recordOf((priority) => gaps.filter((gap) => isOpen(gap) && gap.priority === priority).length);
}

function countStatuses(gaps: readonly Gap[]): StatusCounts {
  const counts: StatusCounts = { total: gaps.length, fixed: 0, partial: 0, missing: 0, accepted: 0, unverified: 0, notApplicable: 0 };
  for (const gap of gaps) counts[COLUMN[gap.status]]++;
  return counts;
}

function recordOf<Value>(valueOf: (priority: Priority) => Value): Record<Priority, Value> {
  return Object.fromEntries(PRIORITIES.map((priority) => [priority, valueOf(priority)])) as Record<Priority, Value>;
}
