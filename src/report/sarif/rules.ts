/** Gaps as SARIF rules, with what GitHub code scanning shows and filters by (github/docs `sarif-support.md`). */
import type { ReportingConfiguration, ReportingDescriptor } from 'sarif';
import type { Gap } from '../../contracts/audit.js';
import { inertLine } from '../../contracts/inert.js';
import type { Priority } from '../../contracts/rules.js';

/** GitHub's limits: `shortDescription` and `fullDescription` in characters, tags in number. */
const DESCRIPTION_LENGTH = 1024;
const TAGS = 10;
const CWE_DIGITS = 3;

export const LEVELS: Readonly<Record<Priority, 'error' | 'warning' | 'note'>> = { P0: 'error', P1: 'error', P2: 'warning', P3: 'note' };
/** Over 9.0 is shown as critical, 7.0 to 8.9 high, 4.0 to 6.9 medium, 0.1 to 3.9 low. */
const SECURITY_SEVERITY: Readonly<Record<Priority, string>> = { P0: '9.3', P1: '8.0', P2: '5.5', P3: '2.5' };
/** For what is no security alert. */
const PROBLEM_SEVERITY = { error: 'error', warning: 'warning', note: 'recommendation' } as const;

export function ruleOf(gap: Gap): ReportingDescriptor {
  const reference = gap.text.references.find((candidate) => /^https:\/\/\S+$/.test(candidate));
  const level = LEVELS[gap.priority];
  const isSecurity = gap.area === 'security';
  return {
    id: gap.ruleId,
    name: gap.ruleId,
    shortDescription: { text: described(gap.title, gap.ruleId) },
    fullDescription: { text: described(`${sentence(gap.text.requirement)} ${gap.text.why}`, gap.title) },
    help: { text: helpText(gap), markdown: helpMarkdown(gap) },
    ...(reference === undefined ? {} : { helpUri: encodeURI(inertLine(reference)) }),
    defaultConfiguration: { level } satisfies ReportingConfiguration,
    properties: {
      tags: tagsOf(gap, isSecurity),
      precision: gap.confidence,
      ...(isSecurity ? { 'security-severity': SECURITY_SEVERITY[gap.priority] } : { 'problem.severity': PROBLEM_SEVERITY[level] }),
    },
  };
}

function tagsOf({ area, standards }: Gap, isSecurity: boolean): string[] {
  const cwe = standards.cwe.map((id) => `external/cwe/cwe-${String(id).padStart(CWE_DIGITS, '0')}`);
  const owasp = standards.owasp.map((id) => `external/owasp/${id.toLowerCase()}`);
  const asvs = standards.asvs.map((id) => `external/asvs/${id.toLowerCase()}`);
  return [isSecurity ? 'security' : area, ...cwe, ...owasp, ...asvs].slice(0, TAGS);
}

function helpText({ text }: Gap): string {
  return [sentence(text.requirement), text.why, text.action, ...text.references].map(inertLine).filter((part) => part !== '').join('\n\n');
}

/** The rulebook's own wording, which may use Markdown; nothing of the audited code is in it. */
function helpMarkdown({ text, recipes }: Gap): string {
  const fixes = recipes.flatMap(({ library, before, after }) => [
    `### ${library === 'default' ? 'Fix' : `Fix with \`${library}\``}`,
    `Before:\n\n${fenced(before)}`,
    `After:\n\n${fenced(after)}`,
  ]);
  const references = text.references.length === 0 ? [] : ['### References', text.references.map((reference) => `- ${inertLine(reference)}`).join('\n')];
  return [`**${sentence(text.requirement)}**`, text.why, '### What to do', text.action, ...fixes, ...references].filter((part) => part !== '').join('\n\n');
}

function fenced(source: string): string {
  const longest = Math.max(2, ...[...source.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}ts\n${source.trimEnd()}\n${fence}`;
}

/** Within GitHub's limit and never empty, which it rejects. */
function described(text: string, fallback: string): string {
  const line = inertLine(text) || inertLine(fallback);
  return line.length <= DESCRIPTION_LENGTH ? line : inertLine(`${line.slice(0, DESCRIPTION_LENGTH - 1)}…`);
}

function sentence(text: string): string {
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}
