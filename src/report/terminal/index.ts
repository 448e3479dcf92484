/** `--format terminal`, the default: what matters most first, the verdict last, where the prompt is. */
import type { AuditReport } from '../../contracts/audit.js';
import { PRIORITIES } from '../../contracts/rules.js';
import type { Render } from '../options.js';
import { isOpenGap, plural, STATUS_WORDS } from '../words.js';
import { gapLines, otherSites } from './gap.js';
import { fit, wrap } from './layout.js';
import { screenFor, type Screen } from './screen.js';
import { packageTable, statusTable } from './tables.js';
import { auditedLines, judgementLines, nextLines, scoreLines, suppressionLines, verdictLines } from './verdict.js';

const GAPS_SHOWN = 10;

export const renderTerminal: Render = (report, options = {}) => {
  const screen = screenFor(options);
  const lines = options.quiet === true ? verdictLines(report, screen) : wholeReport(report, screen);
  return `${lines.join('\n')}\n`;
};

function wholeReport(report: AuditReport, screen: Screen): string[] {
  return [
    '',
    ...headerLines(report, screen),
    '',
    ...openGapLines(report, screen),
    ...(screen.verbose ? otherGapLines(report, screen) : []),
    `  ${screen.paint.dim('─'.repeat(screen.width - 4))}`,
    '',
    ...statusTable(report, screen),
    ...(screen.verbose ? [] : [`  ${screen.paint.dim('--verbose: every site, and why a gap is unverified or N/A')}`]),
    '',
    ...packageTable(report, screen),
    ...auditedLines(report, screen),
    ...suppressionLines(report, screen),
    '',
    ...scoreLines(report, screen),
    ...judgementLines(report, screen),
    '',
    ...nextLines(report, screen),
    '',
  ];
}

function headerLines({ tool, project, run }: AuditReport, { paint, width }: Screen): string[] {
  const packages = project.packages.length > 1 ? [plural(project.packages.length, 'package')] : [];
  const facts = [project.name, ...packages, project.frameworks.join(', '), `${run.profile} profile`].filter((fact) => fact !== '');
  const name = `${tool.name} ${tool.version}`;
  return [`  ${paint.bold(name)}${paint.dim(fit(` · ${facts.join(' · ')}`, width - name.length - 3).replace(/^·/, ' ·'))}`];
}

/** The ten that matter most, or all; what is left out is counted. */
function openGapLines(report: AuditReport, screen: Screen): string[] {
  const open = report.gaps.filter(isOpenGap);
  const shown = screen.verbose ? open : open.slice(0, GAPS_SHOWN);
  const rest = open.slice(shown.length);
  const byPriority = PRIORITIES.map((priority) => ({ priority, count: rest.filter((gap) => gap.priority === priority).length }))
    .filter(({ count }) => count > 0)
    .map(({ priority, count }) => `${count} ${priority}`);
  const more = rest.length === 0 ? [] : [screen.paint.dim(`  … and ${plural(rest.length, 'more open gap')} (${byPriority.join(', ')}); --verbose shows all`), ''];
  return [...shown.flatMap((gap) => [...gapLines(gap, screen), '']), ...more];
}

/** Everything else: what is fixed, what is accepted or unknown with its sites, what does not apply, and why. */
function otherGapLines(report: AuditReport, screen: Screen): string[] {
  const { paint, width } = screen;
  const others = report.gaps.filter((gap) => !isOpenGap(gap));
  if (others.length === 0) return [];
  const lines = others.flatMap((gap) => {
    const mark = gap.status === 'fixed' ? paint.green('✓') : paint.dim('–');
    const reason = gap.reason === '' ? '' : `: ${gap.reason}`;
    const [head = '', ...rest] = wrap(`${gap.ruleId}, ${STATUS_WORDS[gap.status]}${reason}`, width - 8);
    const sites = otherSites(gap, screen);
    return [`  ${mark} ${gap.priority}  ${head}`, ...rest.map((line) => ' '.repeat(8) + line), ...sites];
  });
  return [...lines, ''];
}
