/** The plan: phases, quick wins, priority matrix, success criteria, deployment checklist. */
import type { AuditReport, Gap } from '../../contracts/audit.js';
import { PRIORITIES } from '../../contracts/rules.js';
import { coverageWords, effortWords, isOpenGap, pointsWords, PRIORITY_WORDS } from '../words.js';
import { code, escaped, prose } from './escape.js';

const HOUR = 60;
const DAY = 8 * HOUR;

export function planSections(report: AuditReport): string[] {
  return [...phases(report), ...quickWins(report), ...priorityMatrix(report), ...successCriteria(report), ...deploymentChecklist(report)];
}

function phases({ phases: planned, gaps }: AuditReport): string[] {
  if (planned.length === 0) return [];
  return [
    '## Implementation phases',
    '',
    ...planned.flatMap((phase) => [
      `### ${escaped(phase.name)} (${phase.hours} h)`,
      '',
      ...gapsOf(gaps, phase.ruleIds).map((gap) => `- [ ] ${named(gap)}: ${effortWords(gap.effortMinutes)}, ${pointsWords(gap.points)}`),
      '',
    ]),
  ];
}

function quickWins({ quickWins: ids, gaps }: AuditReport): string[] {
  const rows = gapsOf(gaps, ids).map((gap, index) => `| ${index + 1} | ${named(gap)} | ${effortWords(gap.effortMinutes)} | ${pointsWords(gap.points)} |`);
  if (rows.length === 0) return [];
  return ['## Quick wins', '', 'Under an hour each, most points per hour first.', '', '| | Gap | Effort | Points |', '|---:|---|---:|---:|', ...rows, ''];
}

/** Impact by priority, effort in three columns. */
function priorityMatrix({ gaps }: AuditReport): string[] {
  const open = gaps.filter(isOpenGap);
  if (open.length === 0) return [];
  const columns: ((minutes: number) => boolean)[] = [
    (minutes) => minutes < HOUR,
    (minutes) => minutes >= HOUR && minutes <= DAY,
    (minutes) => minutes > DAY,
  ];
  const rows = PRIORITIES.map((priority) => {
    const cells = columns.map((fits) =>
      open
        .filter((gap) => gap.priority === priority && fits(gap.effortMinutes))
        .map((gap) => `GAP ${gap.number} ${code(gap.ruleId, 'cell')}`)
        .join('<br>'),
    );
    return `| ${PRIORITY_WORDS[priority]} | ${cells.join(' | ')} |`;
  });
  return ['## Priority matrix', '', '| Impact | Under an hour | Up to a day | More than a day |', '|---|---|---|---|', ...rows, ''];
}

function successCriteria({ gaps }: AuditReport): string[] {
  const judged = gaps.filter((gap) => isOpenGap(gap) || gap.status === 'fixed');
  if (judged.length === 0) return [];
  return [
    '## Success criteria',
    '',
    ...judged.map((gap) => `- [${gap.status === 'fixed' ? 'x' : ' '}] ${prose(gap.text.requirement)} (${coverageWords(gap)})`),
    '',
  ];
}

function deploymentChecklist({ gaps, verdict, gate, score }: AuditReport): string[] {
  const box = (done: boolean): string => (done ? '[x]' : '[ ]');
  const byHand = gaps.filter((gap) => gap.status === 'unverified' || gap.status === 'error');
  const answered = gaps.filter((gap) => gap.status === 'accepted' || gap.status === 'attested');
  return [
    '## Deployment checklist',
    '',
    `- ${box(verdict.openCritical === 0)} No critical gap is open (${verdict.openCritical} now)`,
    `- ${box(gate.holds)} The gate holds (${gate.conditions.map((condition) => code(condition)).join(', ')})`,
    `- ${box(verdict.word === 'ready')} The verdict is *ready* (score ${score.value ?? 'none'} now)`,
    ...byHand.map((gap) => `- [ ] Confirm by hand: ${prose(gap.text.requirement)}`),
    ...answered.map((gap) => `- [ ] Still true: ${escaped(gap.title)}, ${gap.status}: ${escaped(gap.reason)}`),
    '- [ ] The audit runs in continuous integration, so that it stays so',
    '',
  ];
}

function gapsOf(gaps: readonly Gap[], ids: readonly string[]): Gap[] {
  return ids.flatMap((id) => gaps.find((gap) => gap.ruleId === id) ?? []);
}

function named(gap: Gap): string {
  return `GAP ${gap.number} ${escaped(gap.title)}`;
}
