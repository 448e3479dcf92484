/** `--format sarif`: SARIF 2.1.0 (OASIS) that GitHub code scanning takes without warnings. One run, whatever the packages. */
import type { Log, Notification, Result, Run } from 'sarif';
import type { AuditReport, Finding, Gap } from '../../contracts/audit.js';
import { PRIORITIES } from '../../contracts/rules.js';
import type { Render, RenderOptions } from '../options.js';
import { plural } from '../words.js';
import { physicalLocation, plainMessage } from './location.js';
import { resultOf } from './results.js';
import { ruleOf } from './rules.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const INFORMATION = 'https://www.npmjs.com/package/shipworthy';
/** GitHub keeps the 5,000 most severe results of a run and rejects a run of more than 25,000. */
const RESULTS = 5000;
const NOTIFICATIONS = 100;

export const renderSarif: Render = (report, options = {}) => {
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [runOf(report, options)] };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function runOf(report: AuditReport, options: RenderOptions): Run {
  const { tool, run, completeness, score, verdict } = report;
  const all = resultsOf(report, options.includeSuppressed ?? false);
  const results = all.slice(0, RESULTS);
  const notifications = [...notificationsOf(report), ...leftOut(report, all.length - results.length)];
  return {
    tool: {
      driver: { name: tool.name, version: tool.version, semanticVersion: tool.version, informationUri: INFORMATION, rules: report.gaps.map(ruleOf) },
    },
    // The text before the last slash is the category by which GitHub tells uploads of one commit apart.
    automationDetails: { id: options.category === undefined ? 'shipworthy/' : `shipworthy/${plainMessage(options.category)}/` },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: completeness.status !== 'incomplete',
        exitCode: run.exitCode,
        ...(run.startedAt === null ? {} : { startTimeUtc: run.startedAt }),
        ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
      },
    ],
    results,
    properties: { score: score.value, verdict: verdict.word, scoreModel: tool.scoreModel, profile: run.profile },
  };
}

/** Most severe first; within a priority in report order. */
function resultsOf({ gaps }: AuditReport, includeSuppressed: boolean): Result[] {
  const listed = gaps.flatMap((gap, ruleIndex) =>
    gap.findings.filter((finding) => isResult(gap, finding, includeSuppressed)).map((finding) => ({ gap, finding, ruleIndex })),
  );
  return listed
    .sort((a, b) => PRIORITIES.indexOf(a.finding.priority) - PRIORITIES.indexOf(b.finding.priority))
    .map(({ gap, finding, ruleIndex }) => resultOf(gap, finding, ruleIndex));
}

function isResult(gap: Gap, finding: Finding, includeSuppressed: boolean): boolean {
  if (finding.open) return true;
  if (!includeSuppressed || finding.verdict !== 'fail') return false;
  const answered = gap.status === 'accepted' || gap.status === 'attested';
  return finding.suppression !== null || (answered && finding.confidence !== 'low');
}

/** What the audit could not read; without it a clean result would say more than is known. */
function notificationsOf({ completeness }: AuditReport): Notification[] {
  const { status, reason, failed, limits } = completeness;
  const whole: Notification[] = status === 'complete' ? [] : [notification(status === 'incomplete' ? 'error' : 'warning', `The audit is ${status}: ${reason}`)];
  const files = failed.slice(0, NOTIFICATIONS).map(
    (file): Notification => ({
      ...notification('warning', `${file.path} could not be parsed: ${file.reason}`),
      locations: [{ physicalLocation: physicalLocation({ path: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 }) }],
    }),
  );
  return [...whole, ...files, ...limits.slice(0, NOTIFICATIONS).map((limit) => notification('note', limit))];
}

/** Nothing is left out in silence. */
function leftOut({ gaps }: AuditReport, beyondLimit: number): Notification[] {
  const doubtful = gaps.flatMap((gap) => gap.findings).filter((finding) => finding.verdict === 'fail' && !finding.open && finding.suppression === null);
  return [
    ...(beyondLimit > 0 ? [notification('warning', `${plural(beyondLimit, 'less severe result')} left out, for GitHub's limit of ${RESULTS}`)] : []),
    ...(doubtful.length > 0 ? [notification('note', `${plural(doubtful.length, 'finding')} left out that do not count, see the JSON report`)] : []),
  ];
}

function notification(level: 'error' | 'warning' | 'note', text: string): Notification {
  return { level, message: { text: plainMessage(text) } };
}
