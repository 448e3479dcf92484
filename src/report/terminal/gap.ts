/** One open gap: what is wrong, where, how the data gets there, what to do. */
import type { Finding, Gap } from '../../contracts/audit.js';
import { PRIORITIES } from '../../contracts/rules.js';
import { coverageWords, effortWords, groupWords, openFindings, placeWords, plural, pointsWords } from '../words.js';
import { frameLines } from './frame.js';
import { fit, fitEnd, padStart, widthOf, wrap, wrapTo } from './layout.js';
import type { Screen } from './screen.js';

const CONFIDENCES: readonly Finding['confidence'][] = ['high', 'medium', 'low'];
const INDENT = '    ';
/** Sites listed by place alone after the one shown in full, unless everything is asked for. */
const LISTED = 3;
const ACTION_LINES = 3;
const NO_BREAK_SPACE = '\u00A0';

export function gapLines(gap: Gap, screen: Screen): string[] {
  const open = openFindings(gap).sort(worstFirst);
  const [first, ...others] = open;
  if (first === undefined) return heading(gap, screen);
  const shown = screen.verbose ? open : [first];
  const rest = screen.verbose ? otherSites(gap, screen) : listed(others, screen);
  return [
    ...heading(gap, screen),
    '',
    ...shown.flatMap((finding) => [...siteLines(finding, screen), '']),
    ...(rest.length === 0 ? [] : [...rest, '']),
    ...remedy(gap, screen),
  ];
}

/** Sites that are not open, two lines each: accepted, doubtful, unknown, passing. */
export function otherSites(gap: Gap, { paint, width }: Screen): string[] {
  const room = width - INDENT.length - 2;
  return gap.findings
    .filter((finding) => !finding.open)
    .flatMap((finding) => {
      const mark = finding.verdict === 'pass' ? paint.green('✓') : paint.dim('?');
      const why = finding.suppression === null ? doubt(finding) : ` (accepted: ${finding.suppression.reason})`;
      return [
        `${INDENT}${mark} ${paint.cyan(fitEnd(placeWords(finding.location), room))}`,
        ...wrap(finding.message + why, room).map((line) => `${INDENT}  ${paint.dim(line)}`),
      ];
    });
}

function doubt({ verdict, confidence, open }: Finding): string {
  return verdict !== 'fail' || confidence === 'high' ? '' : ` (${confidence} confidence${open ? '' : ', not counted'})`;
}

/** Which site is shown in full: the highest priority, then the surest, then one with a flow; else the order of the report. */
function worstFirst(a: Finding, b: Finding): number {
  return (
    PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) ||
    CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) ||
    Number(b.steps.length > 0) - Number(a.steps.length > 0)
  );
}

/** `✗ P0  SQL built by string formatting      3 of 14 sites fail`, and the numbers under it. */
function heading(gap: Gap, screen: Screen): string[] {
  const { paint, width } = screen;
  const colour = screen.priority[gap.priority];
  const lead = `  ${gap.status === 'partial' ? '◐' : '✗'} ${gap.priority}  `;
  const room = width - widthOf(lead);
  const coverage = coverageWords(gap);
  const facts = [...groupWords(gap), gap.ruleId, `gap ${gap.number}`, effortWords(gap.effortMinutes), pointsWords(gap.points)];
  const beside = widthOf(gap.title) + widthOf(coverage) + 2 <= room;
  const title = fit(gap.title, room);
  const right = beside ? padStart(coverage, room - widthOf(title)) : '';
  const under = wrapFacts([...(beside ? [] : [coverage]), ...facts], room);
  return [`${colour.bold(lead)}${paint.bold(title)}${colour(right)}`, ...under.map((line) => ' '.repeat(widthOf(lead)) + paint.dim(line))];
}

/** `sql-injection · gap 3 · 2 h`: lines are broken between the facts, so that a number stays with its unit. */
function wrapFacts(facts: readonly string[], width: number): string[] {
  const together = facts.map((fact) => fact.replaceAll(' ', NO_BREAK_SPACE));
  return wrap(together.join(' · '), width).map((line) => line.replaceAll(NO_BREAK_SPACE, ' '));
}

/** Place and symbol, message, frame, flow. */
function siteLines(finding: Finding, screen: Screen): string[] {
  const { paint, width } = screen;
  const room = width - INDENT.length;
  const place = fitEnd(placeWords(finding.location), room);
  const symbol = finding.symbol === '' ? '' : fit(finding.symbol, Math.max(0, room - widthOf(place) - 2));
  const frame = frameLines(finding.frame, finding.location, finding.priority, screen);
  return [
    `${INDENT}${paint.cyan(place)}${widthOf(symbol) > 1 ? `  ${paint.dim(symbol)}` : ''}`,
    ...wrap(finding.message + doubt(finding), room).map((line) => INDENT + line),
    ...(frame.length === 0 ? [] : ['', ...frame]),
    ...flowLines(finding, screen),
    ...relatedLines(finding, screen),
  ];
}

/** The way of the data, source first. */
function flowLines({ steps }: Finding, { paint, width }: Screen): string[] {
  if (steps.length === 0) return [];
  const digits = String(steps.length).length;
  const indent = `${INDENT}${' '.repeat(digits)}  `;
  const room = width - indent.length;
  const lines = steps.flatMap((step, index) => {
    const [head = '', ...rest] = wrap(step.text, room);
    return [
      `${INDENT}${paint.dim(padStart(String(index + 1), digits))}  ${head}`,
      ...rest.map((line) => indent + line),
      indent + paint.dim(fitEnd(placeWords(step.location), room)),
    ];
  });
  return ['', ...lines];
}

/** Other places that speak for the verdict. */
function relatedLines({ related }: Finding, { paint, width, verbose }: Screen): string[] {
  if (related.length === 0) return [];
  const room = width - INDENT.length - 3;
  const lines = related.slice(0, verbose ? undefined : LISTED).flatMap(({ location, text }) => {
    const [head = '', ...rest] = wrap(text, room);
    return [`${INDENT}${paint.dim('↳')}  ${head}`, ...[...rest, paint.dim(fitEnd(placeWords(location), room))].map((line) => `${INDENT}   ${line}`)];
  });
  return ['', ...lines];
}

function listed(others: readonly Finding[], { paint, width }: Screen): string[] {
  const room = width - INDENT.length - 2;
  const places = others.slice(0, LISTED).map((finding) => {
    const place = fitEnd(placeWords(finding.location), room);
    const label = fit(finding.label, Math.max(0, room - widthOf(place) - 2));
    return `${INDENT}${paint.dim('·')} ${paint.cyan(place)}${widthOf(label) > 1 ? `  ${paint.dim(label)}` : ''}`;
  });
  const more = others.length - places.length;
  return more > 0 ? [...places, `${INDENT}${paint.dim(`· and ${plural(more, 'more site')}`)}`] : places;
}

function remedy({ text }: Gap, { paint, width, verbose }: Screen): string[] {
  const label = 'Fix  ';
  const room = width - INDENT.length - label.length;
  const lines = verbose ? wrap(text.action, room) : wrapTo(text.action, room, ACTION_LINES);
  return lines.map((line, index) => INDENT + (index === 0 ? paint.green(label) : ' '.repeat(label.length)) + line);
}
