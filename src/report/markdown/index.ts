/** `--format markdown`: the gap document, as a senior engineer would write it. */
import type { AuditReport, Gap, StatusCounts } from '../../contracts/audit.js';
import { PRIORITIES, type Priority } from '../../contracts/rules.js';
import type { Render } from '../options.js';
import { isOpenGap, plural, PRIORITY_WORDS, VERDICT_WORDS } from '../words.js';
import { annexSections } from './annex.js';
import { code, escaped } from './escape.js';
import { gapSection } from './gap.js';
import { planSections } from './plan.js';

const PRIORITY_MARKS: Readonly<Record<Priority, string>> = { P0: '🔴', P1: '🟠', P2: '🟡', P3: '🟢' };
const COMMIT_DIGITS = 10;
const MILLISECONDS = 1000;

export const renderMarkdown: Render = (report, options = {}) => {
  const verbose = options.verbose ?? false;
  const lines = [
    ...titleBlock(report),
    ...quickSummary(report),
    ...statusSummary(report),
    ...packages(report),
    ...PRIORITIES.flatMap((priority) => prioritySection(report, priority, verbose)),
    ...planSections(report),
    ...annexSections(report, verbose),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
};

function titleBlock({ project, score, verdict, gate, run, tool, completeness }: AuditReport): string[] {
  const was = score.previous === null ? '' : ` (was ${score.previous})`;
  const value = score.value === null ? 'Score: none' : `Score ${score.value}/100`;
  const git = project.git;
  const commit = git?.commit == null ? '' : code(git.commit.slice(0, COMMIT_DIGITS));
  const branch = git?.branch == null ? '' : ` on ${code(git.branch)}`;
  const rows: [string, string][] = [
    ['Commit', commit === '' ? '' : `${commit}${branch}${git?.dirty === true ? ', with uncommitted changes' : ''}`],
    ['Date', run.startedAt ?? ''],
    ['Profile', run.profile],
    ['Frameworks', project.frameworks.map(escaped).join(', ')],
    ['Files audited', String(completeness.filesAnalysed)],
    ['Time taken', run.durationMs === null ? '' : `${(run.durationMs / MILLISECONDS).toFixed(1)} s`],
    ['Gate', `${gate.holds ? 'holds' : 'fails'} (${gate.conditions.map((condition) => code(condition)).join(', ')})`],
    ['Made by', `${tool.name} ${tool.version}, score model ${tool.scoreModel}`],
  ];
  return [
    `# Production hardening gaps: ${escaped(project.name)}`,
    '',
    `**${value}**${was} · **${VERDICT_WORDS[verdict.word]}** · ${escaped(verdict.text)}`,
    '',
    '| | |',
    '|---|---|',
    ...rows.filter(([, text]) => text !== '').map(([name, text]) => `| ${name} | ${text} |`),
    '',
  ];
}

function quickSummary({ gaps, summary, score }: AuditReport): string[] {
  const open = gaps.filter(isOpenGap);
  const byPriority = PRIORITIES.map((priority) => `${open.filter((gap) => gap.priority === priority).length} ${PRIORITY_WORDS[priority].toLowerCase()}`);
  const { fixed, accepted, unverified, notApplicable } = summary.total;
  const capped = score.uncapped !== null && score.uncapped > score.cap ? `${score.uncapped} before the cap; ` : '';
  const cap = score.capReason === '' ? '' : ` (${capped}${score.capReason})`;
  const arithmetic =
    score.value === null
      ? '- **Score:** none, because nothing could be decided'
      : `- **Score:** ${Number(score.earned.toFixed(1))} of ${score.weight} weight earned = ${score.uncapped}${cap}; ${score.decided} of ${score.applicable} gaps that apply are decided`;
  return [
    '## Quick summary',
    '',
    `- **Issues found:** ${plural(open.length, 'open gap')} at ${plural(summary.findings, 'site')}: ${byPriority.join(', ')}`,
    `- **In place:** ${plural(fixed, 'gap')} fixed, ${accepted} accepted, ${unverified} unverified, ${notApplicable} not applicable`,
    arithmetic,
    ...(score.previous === null || score.value === null ? [] : [`- **Since the last report:** ${signed(score.value - score.previous)} on the score`]),
    '',
  ];
}

function statusSummary({ summary }: AuditReport): string[] {
  const row = (label: string, counts: StatusCounts): string =>
    `| ${label} | ${[counts.total, counts.fixed, counts.partial, counts.missing, counts.accepted, counts.unverified, counts.notApplicable].join(' | ')} |`;
  return [
    '## Status summary',
    '',
    '| Priority | Total | ✅ Fixed | ⚠️ Partial | ❌ Missing | 📝 Accepted | 🔎 Unverified | ➖ Not applicable |',
    '|---|---:|---:|---:|---:|---:|---:|---:|',
    ...PRIORITIES.map((priority) => row(`${PRIORITY_MARKS[priority]} ${priority} ${PRIORITY_WORDS[priority]}`, summary.byPriority[priority])),
    row('**Total**', summary.total),
    '',
  ];
}

function packages({ project }: AuditReport): string[] {
  if (project.packages.length < 2) return [];
  return [
    '## Packages',
    '',
    '| Package | Frameworks | Source files | Score | P0 | P1 | P2 | P3 |',
    '|---|---|---:|---:|---:|---:|---:|---:|',
    ...project.packages.map(({ directory, frameworks, sourceFiles, score, open }) => {
      const counts = PRIORITIES.map((priority) => open[priority]).join(' | ');
      return `| ${code(directory === '' ? '.' : directory, 'cell')} | ${frameworks.map(escaped).join(', ')} | ${sourceFiles} | ${score ?? '–'} | ${counts} |`;
    }),
    '',
  ];
}

function prioritySection({ gaps }: AuditReport, priority: Priority, verbose: boolean): string[] {
  const own = gaps.filter((gap) => gap.priority === priority && hasSection(gap));
  if (own.length === 0) return [];
  return [`## ${PRIORITY_MARKS[priority]} ${priority} ${PRIORITY_WORDS[priority]}`, '', ...own.flatMap((gap) => gapSection(gap, verbose))];
}

/** Decided gaps; the others are told of at the end of the document. */
function hasSection(gap: Gap): boolean {
  return isOpenGap(gap) || gap.status === 'fixed';
}

function signed(change: number): string {
  return change > 0 ? `+${change}` : String(change);
}
