/** What `npm audit --json` prints (npm 7 and newer: `auditReportVersion` 2) → advisories. It is text from outside: each field is checked. */
import { validRange } from 'semver';
import { SEVERITIES } from '../../contracts/inventory.js';
import type { Advisory, RegistryAnswer, Severity } from '../../contracts/inventory.js';
import { isRecord, stringOrNull } from '../manifest.js';

/** The advisories in the output, sorted by package and severity; a failure when it is no report. */
export function answerIn(output: string): RegistryAnswer {
  let report: unknown;
  try {
    report = JSON.parse(output);
  } catch {
    return { failure: 'npm audit printed no report' };
  }
  if (!isRecord(report)) return { failure: 'npm audit printed no report' };
  if (report['auditReportVersion'] !== 2 || !isRecord(report['vulnerabilities'])) return { failure: failureIn(report) };
  const found = Object.values(report['vulnerabilities']).flatMap((entry) => (isRecord(entry) && Array.isArray(entry['via']) ? entry['via'] : [])).flatMap(advisoryFrom);
  // A package that several others lead to carries the same advisory each time.
  const distinct = new Map(found.map((advisory) => [`${advisory.package} ${advisory.link} ${advisory.title}`, advisory]));
  return { advisories: [...distinct.values()].sort((a, b) => order(a.package, b.package) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || order(a.link, b.link)) };
}

/** An entry of `via` is an advisory, or the name of another package through which the hole comes; that one has its own entry. */
function advisoryFrom(via: unknown): Advisory[] {
  if (!isRecord(via)) return [];
  const name = stringOrNull(via['name']);
  const versions = stringOrNull(via['range']);
  const severity = SEVERITIES.find((each) => each === via['severity']) as Severity | undefined;
  if (name === null || versions === null || validRange(versions) === null || severity === undefined) return [];
  const link = stringOrNull(via['url']) ?? '';
  return [{ package: name, versions, severity, title: stringOrNull(via['title']) ?? 'known vulnerability', link: /^https?:\/\/\S+$/.test(link) ? link : '' }];
}

function failureIn(report: Record<string, unknown>): string {
  if ('advisories' in report) return 'this npm is too old to ask (7 or newer is needed)';
  const error = isRecord(report['error']) ? report['error'] : {};
  const said = [report['message'], error['summary'], error['code']].find((each): each is string => typeof each === 'string' && each.trim() !== '');
  return said === undefined ? 'npm audit printed no report' : `npm audit failed: ${said.split('\n')[0]!.trim()}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
