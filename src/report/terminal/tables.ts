/** The status table and the table of packages. */
import type { AuditReport, StatusCounts } from '../../contracts/audit.js';
import { PRIORITIES, type Priority } from '../../contracts/rules.js';
import { PRIORITY_WORDS } from '../words.js';
import { fitEnd, padEnd, padStart, widthOf } from './layout.js';
import type { Screen } from './screen.js';

const COLUMNS: readonly { key: keyof StatusCounts; long: string; short: string }[] = [
  { key: 'total', long: 'Total', short: 'Total' },
  { key: 'fixed', long: 'Fixed', short: 'Fixed' },
  { key: 'partial', long: 'Partial', short: 'Part.' },
  { key: 'missing', long: 'Missing', short: 'Miss.' },
  { key: 'accepted', long: 'Accepted', short: 'Acc.' },
  { key: 'unverified', long: 'Unverified', short: 'Unv.' },
  { key: 'notApplicable', long: 'N/A', short: 'N/A' },
];
const LABEL_WIDTH = 'P0 Critical'.length;
const LONG_FROM = 72;
const SCORE_WIDTH = '  100/100'.length;

/** Priority × Total, Fixed, Partial, Missing, Accepted, Unverified, Not applicable. */
export function statusTable({ summary }: AuditReport, screen: Screen): string[] {
  const { paint } = screen;
  const headings = COLUMNS.map((column) => (screen.width >= LONG_FROM ? column.long : column.short));
  const row = (label: string, counts: StatusCounts): string =>
    padEnd(label, LABEL_WIDTH) + COLUMNS.map(({ key }, index) => `  ${padStart(shown(counts[key]), widthOf(headings[index] ?? ''))}`).join('');
  const head = padEnd('Priority', LABEL_WIDTH) + headings.map((heading) => `  ${heading}`).join('');
  return [
    `  ${paint.dim(head)}`,
    ...PRIORITIES.map((priority) => {
      const line = row(`${priority} ${PRIORITY_WORDS[priority]}`, summary.byPriority[priority]);
      return `  ${screen.priority[priority](line.slice(0, LABEL_WIDTH))}${line.slice(LABEL_WIDTH)}`;
    }),
    `  ${paint.bold(row('Total', summary.total))}`,
  ];
}

/** Score and open gaps of each package; nothing when there is only one. */
export function packageTable({ project }: AuditReport, screen: Screen): string[] {
  const packages = project.packages.filter(({ sourceFiles }) => sourceFiles > 0);
  if (packages.length < 2) return [];
  const { paint, width } = screen;
  const heading = (priority: Priority): string => (width >= LONG_FROM ? `${priority} open` : priority);
  const columnWidth = widthOf(heading('P0')) + 2;
  const widest = width - 2 - SCORE_WIDTH - PRIORITIES.length * columnWidth;
  const nameWidth = Math.min(widest, Math.max('Package'.length, ...packages.map(({ directory }) => widthOf(named(directory)))));
  const row = (name: string, score: string, cells: readonly string[]): string =>
    padEnd(fitEnd(name, nameWidth), nameWidth) + padStart(score, SCORE_WIDTH) + cells.map((cell) => padStart(cell, columnWidth)).join('');
  return [
    `  ${paint.dim(row('Package', 'Score', PRIORITIES.map(heading)))}`,
    ...packages.map(({ directory, score, open }) => {
      const value = score === null ? '–' : `${score}/100`;
      return `  ${row(named(directory), value, PRIORITIES.map((priority) => shown(open[priority])))}`;
    }),
    '',
  ];
}

function named(directory: string): string {
  return directory === '' ? '(root)' : directory;
}

function shown(count: number): string {
  return count === 0 ? '·' : String(count);
}
