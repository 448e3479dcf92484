/** One gap of the document: status, current state with evidence, risk, action items, fix, files, effort, points. */
import type { Finding, FixRecipe, Gap } from '../../contracts/audit.js';
import { coverageWords, effortWords, groupWords, isOpenGap, openFindings, placeWords, plural, pointsWords, STATUS_WORDS } from '../words.js';
import { code, codeBlock, escaped, languageOf, link, prose } from './escape.js';

/** Sites shown unless all are asked for; the JSON holds all. */
const SITES_SHOWN = 10;
const PASSING_SHOWN = 5;
const FILES_SHOWN = 20;

export const STATUS_MARKS: Readonly<Record<Gap['status'], string>> = {
  fixed: '✅',
  partial: '⚠️',
  missing: '❌',
  unverified: '🔎',
  accepted: '📝',
  attested: '🤝',
  'not-applicable': '➖',
  error: '🔎',
};
const VERDICT_MARKS: Readonly<Record<Finding['verdict'], string>> = { fail: '❌', unknown: '🔎', pass: '✅' };

export function gapSection(gap: Gap, verbose: boolean): string[] {
  const open = isOpenGap(gap);
  return [
    `### ${STATUS_MARKS[gap.status]} GAP ${gap.number}: ${escaped(gap.title)}`,
    '',
    `**Status:** ${statusWords(gap)} · ${code(gap.ruleId)}${standards(gap)}`,
    '',
    `**Requirement:** ${prose(gap.text.requirement)}`,
    '',
    ...currentState(gap, verbose),
    ...(open ? [`**Risk:** ${prose(gap.text.why)}`, '', ...actionItems(gap, verbose), ...fixes(gap), ...footer(gap)] : []),
  ];
}

function statusWords(gap: Gap): string {
  const words = coverageWords(gap);
  const coverage = words === STATUS_WORDS[gap.status] ? '' : ` (${[words, ...groupWords(gap)].join('; ')})`;
  const confidence = isOpenGap(gap) ? `, ${gap.confidence} confidence` : '';
  return `${capital(STATUS_WORDS[gap.status])}${coverage}${confidence}`;
}

function standards({ standards: { cwe, owasp, asvs } }: Gap): string {
  const names = [...cwe.map((id) => `CWE-${id}`), ...owasp.map((id) => `OWASP ${id}`), ...asvs.map((id) => `ASVS ${id}`)];
  return names.length === 0 ? '' : ` · ${names.map(escaped).join(', ')}`;
}

function currentState(gap: Gap, verbose: boolean): string[] {
  if (gap.findings.length === 0) return [];
  const against = gap.findings.filter((finding) => finding.verdict !== 'pass');
  const passing = gap.findings.filter((finding) => finding.verdict === 'pass');
  const shownAgainst = verbose ? against : against.slice(0, SITES_SHOWN);
  const shownPassing = verbose ? passing : passing.slice(0, PASSING_SHOWN);
  const more = [
    remaining(against.length - shownAgainst.length, 'more site that does not pass', 'more sites that do not pass'),
    remaining(passing.length - shownPassing.length, 'more passing site', 'more passing sites'),
  ].filter((words) => words !== '');
  return [
    '**Current state:**',
    '',
    '| | Where | Site | What was seen |',
    '|---|---|---|---|',
    ...[...shownAgainst, ...shownPassing].map(evidenceRow),
    '',
    ...(more.length === 0 ? [] : [`…and ${more.join(', ')}; the JSON report holds all.`, '']),
    ...shownAgainst.filter((finding) => finding.open).flatMap(flow),
  ];
}

function evidenceRow(finding: Finding): string {
  const inside = finding.symbol === '' ? '' : ` in ${code(finding.symbol, 'cell')}`;
  const related = finding.related.map(({ location, text }) => `; ${escaped(text)} (${code(placeWords(location), 'cell')})`).join('');
  const suppressed = finding.suppression === null ? '' : ` (accepted: ${escaped(finding.suppression.reason)})`;
  const doubt = finding.verdict === 'fail' && finding.confidence !== 'high' ? ` (${finding.confidence} confidence${finding.open ? '' : ', not counted'})` : '';
  const mark = finding.suppression === null ? VERDICT_MARKS[finding.verdict] : STATUS_MARKS.accepted;
  return `| ${mark} | ${code(placeWords(finding.location), 'cell')}${inside} | ${code(finding.label, 'cell')} | ${escaped(finding.message)}${doubt}${related}${suppressed} |`;
}

/** The way of the data to a site. */
function flow(finding: Finding): string[] {
  if (finding.steps.length === 0) return [];
  return [
    `How the data gets to ${code(placeWords(finding.location))}:`,
    '',
    ...finding.steps.map((step, index) => `${index + 1}. ${escaped(step.text)} (${code(placeWords(step.location))})`),
    '',
  ];
}

function actionItems(gap: Gap, verbose: boolean): string[] {
  const open = openFindings(gap);
  const shown = verbose ? open : open.slice(0, SITES_SHOWN);
  const more = remaining(open.length - shown.length, 'more site', 'more sites');
  return [
    '**Action items:**',
    '',
    prose(gap.text.action),
    '',
    ...shown.map((finding) => `- [ ] ${code(placeWords(finding.location))}: ${escaped(finding.message)}`),
    ...(more === '' ? [] : [`- [ ] ${more}`]),
    '',
  ];
}

/** Before is the project's own line where one fails that the recipe is for. */
function fixes(gap: Gap): string[] {
  return gap.recipes.flatMap((recipe) => {
    const own = ownLines(gap, recipe);
    const before = own ?? { text: recipe.before, language: 'ts', place: '' };
    const general = gap.recipes.length > 1 ? 'Fix elsewhere' : 'Fix';
    const name = recipe.library === 'default' ? general : `Fix with ${code(recipe.library)}`;
    return [
      `**${name}**`,
      '',
      `Before${before.place === '' ? '' : ` (${code(before.place)})`}:`,
      '',
      ...codeBlock(before.text, before.language),
      '',
      `After${own === null ? '' : ', in this shape'}:`,
      '',
      ...codeBlock(recipe.after, 'ts'),
      '',
    ];
  });
}

function ownLines(gap: Gap, { library }: FixRecipe): { text: string; language: string; place: string } | null {
  const candidates = openFindings(gap).filter((finding) => finding.frame !== null);
  const finding = candidates.find(({ recipe }) => recipe === library) ?? (library === 'default' ? candidates[0] : undefined);
  if (finding === undefined || finding.frame === null || languageOf(finding.location.path) === 'json') return null;
  const { location, frame } = finding;
  const lines = frame.lines.slice(location.line - frame.startLine, location.endLine - frame.startLine + 1);
  const lastShown = frame.startLine + frame.lines.length - 1;
  const text = dedented(lines) + (location.endLine > lastShown ? '\n…' : '');
  return text === '' ? null : { text, language: languageOf(location.path), place: placeWords(location) };
}

function footer(gap: Gap): string[] {
  const files = gap.files.slice(0, FILES_SHOWN);
  const more = remaining(gap.files.length - files.length, 'more file', 'more files');
  return [
    '**Files to modify:**',
    '',
    ...files.map((path) => `- ${code(path)}`),
    ...(more === '' ? [] : [`- ${more}`]),
    '',
    `**Effort:** ${effortWords(gap.effortMinutes)} for ${plural(gap.coverage.failing, 'site')} · **Points:** ${pointsWords(gap.points)}`,
    '',
    ...(gap.text.references.length === 0 ? [] : [`References: ${gap.text.references.map(link).join(', ')}`, '']),
  ];
}

function dedented(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const margin = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) => line.slice(margin)).join('\n').trimEnd();
}

function remaining(count: number, one: string, many: string): string {
  return count <= 0 ? '' : `${count} ${count === 1 ? one : many}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
