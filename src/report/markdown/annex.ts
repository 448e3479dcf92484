/** The end of the document: what was accepted, what nobody can tell, what does not apply, and what the audit rests on. */
import type { AuditReport, Gap } from '../../contracts/audit.js';
import { grouped, inventoryWords, plural, STATUS_WORDS } from '../words.js';
import { code, escaped } from './escape.js';
import { gapSection, STATUS_MARKS } from './gap.js';

/** Paths listed under a heading before the rest is only counted. */
const PATHS_SHOWN = 50;

export function annexSections(report: AuditReport, verbose: boolean): string[] {
  const withStatus = (...statuses: Gap['status'][]): Gap[] => report.gaps.filter((gap) => statuses.includes(gap.status));
  return [
    ...accepted(report, withStatus('accepted', 'attested')),
    ...unverified(withStatus('unverified', 'error'), verbose),
    ...notApplicable(withStatus('not-applicable')),
    ...coverage(report),
  ];
}

function accepted({ suppressions }: AuditReport, gaps: readonly Gap[]): string[] {
  if (gaps.length === 0 && suppressions.length === 0) return [];
  const comments = suppressions.map(({ path, line, ids, reason, problem }) => {
    const state = problem === '' ? 'in order' : `⚠️ ${escaped(problem)}`;
    return `| ${code(`${path}:${line}`, 'cell')} | ${ids.map((id) => code(id, 'cell')).join(', ')} | ${escaped(reason)} | ${state} |`;
  });
  return [
    '## Accepted risks and attestations',
    '',
    ...gaps.map((gap) => line(gap)),
    ...(gaps.length === 0 ? [] : ['']),
    ...(comments.length === 0 ? [] : ['Where they are written:', '', '| Where | Check | Reason | State |', '|---|---|---|---|', ...comments, '']),
  ];
}

/** With their evidence, because somebody has to look at it. */
function unverified(gaps: readonly Gap[], verbose: boolean): string[] {
  if (gaps.length === 0) return [];
  const withEvidence = gaps.filter((gap) => gap.findings.length > 0);
  return [
    '## Unverified',
    '',
    'The repository does not show these either way. What could be judged counts; the rest is left out of the score.',
    '',
    ...gaps.map((gap) => line(gap)),
    '',
    ...withEvidence.flatMap((gap) => gapSection(gap, verbose)),
  ];
}

function notApplicable(gaps: readonly Gap[]): string[] {
  if (gaps.length === 0) return [];
  return ['## Not applicable', '', ...gaps.map((gap) => line(gap)), ''];
}

function line(gap: Gap): string {
  const reason = gap.reason === '' ? '' : `: ${escaped(gap.reason)}`;
  return `- ${STATUS_MARKS[gap.status]} **GAP ${gap.number}: ${escaped(gap.title)}** (${code(gap.ruleId)}, ${gap.priority}), ${STATUS_WORDS[gap.status]}${reason}`;
}

function coverage({ completeness, diagnostics }: AuditReport): string[] {
  const { status, reason, filesDiscovered, filesAnalysed, linesAnalysed, filesByClass, inventory, failed, skipped, limits } = completeness;
  const classes = Object.entries(filesByClass).map(([name, count]) => `${grouped(count)} ${name}`);
  const found = inventoryWords(inventory).map(escaped);
  const notes = diagnostics.map(({ severity, message, path, line: at, hint }) => {
    const where = path === undefined ? '' : ` (${code(at === undefined ? path : `${path}:${at}`)})`;
    return `${severity}: ${escaped(message)}${where}${hint === undefined ? '' : `; ${escaped(hint)}`}`;
  });
  return [
    '## Coverage of the audit',
    '',
    `The audit is **${status}**${reason === '' ? '' : `: ${escaped(reason)}`}.`,
    '',
    `- ${plural(filesAnalysed, 'file')} analysed, ${plural(linesAnalysed, 'line')}`,
    `- ${plural(filesDiscovered, 'file')} discovered${classes.length === 0 ? '' : `: ${classes.join(', ')}`}`,
    ...(found.length === 0 ? [] : [`- Found: ${found.join(', ')}`]),
    '',
    ...listed('Could not be parsed', failed.map((file) => `${code(file.path)}: ${escaped(file.reason)}`)),
    ...listed('Skipped', skipped.map((file) => `${code(file.path)}: ${escaped(file.reason)}`)),
    ...listed('Limits that were reached', limits.map(escaped)),
    ...listed('Notes', notes),
  ];
}

function listed(heading: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, PATHS_SHOWN);
  const more = items.length - shown.length;
  return [`**${heading}** (${items.length}):`, '', ...shown.map((item) => `- ${item}`), ...(more > 0 ? [`- …and ${more} more; the JSON report holds all`] : []), ''];
}
