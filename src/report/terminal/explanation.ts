/** A `PlaceExplanation` as text for a terminal. */
import type { ClauseAnswer, FollowedValue, PlaceExplanation, SiteExplanation } from '../../contracts/explanation.js';
import { inertLine } from '../../contracts/inert.js';
import type { RenderOptions } from '../options.js';
import { wrap } from './layout.js';
import { screenFor, type Screen } from './screen.js';
import { placeWords } from '../words.js';

/** Ends of one value that are told, and of each the steps when there are no more than these. */
const MOST_ENDS = 6;

/** What is told of how a followed value ended. */
const END_WORDS: Readonly<Record<FollowedValue['ends'][number]['kind'], string>> = {
  request: 'a client controls it',
  constant: 'written in the source',
  numeric: 'a number or another value that carries no text',
  'allow-listed': 'checked before it is used',
  sanitized: 'made safe for this use',
  environment: 'set by the operator (environment)',
  parameter: 'a parameter that nobody in the program sets',
  library: 'the result of a library of which nothing is known here',
  principal: 'vouched for by a signature that was verified',
  datastore: 'read back from a datastore',
  unknown: 'cannot be followed further',
};

/** The explanation as lines of at most the width of the screen, ended by a newline. */
export function renderExplanation(explanation: PlaceExplanation, options: RenderOptions = {}): string {
  const screen = screenFor(options);
  const { paint } = screen;
  const lines = [
    `${paint.cyan(`${inertLine(explanation.path)}:${explanation.line}`)}  ${paint.dim(explanation.fileClass ?? 'not listed')}`,
    `  ${inertLine(explanation.text.trim())}`,
    '',
    ...body(explanation, screen),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function body(explanation: PlaceExplanation, screen: Screen): string[] {
  const { paint } = screen;
  if (explanation.notAudited !== '') return paragraph(`Not judged: ${explanation.notAudited}.`, 0, screen);
  const suppressions = explanation.suppressions.flatMap(({ ids, reason }) => [`ignored on purpose: ${ids.map(inertLine).join(', ')} -- ${inertLine(reason) || '(no reason, so it does not count)'}`]);
  return [
    ...suppressions,
    ...(explanation.uses.length === 0 ? ['No API that a model knows is used on this line.'] : [paint.bold('Used here')]),
    ...explanation.uses.map(({ role, path, written, confidence }) => `  ${inertLine(written)}  ${paint.dim(`${path} is ${role}${confidence === 'high' ? '' : `, ${confidence} confidence`}`)}`),
    '',
    ...(explanation.sites.length === 0 ? ['No check has a site on this line.'] : explanation.sites.flatMap((site) => siteLines(site, screen))),
  ];
}

function siteLines(site: SiteExplanation, screen: Screen): string[] {
  const { paint } = screen;
  const verdicts = {
    fail: paint.red('✗ reported'),
    pass: paint.green('✓ passes'),
    unknown: paint.yellow('? cannot be told'),
    ignored: paint.dim('- no site'),
    'not-applicable': paint.dim('➖ not applicable'),
  };
  const sure = site.verdict === 'fail' && site.confidence !== 'high' ? `, ${site.confidence} confidence${site.confidence === 'low' ? ': never counts' : ''}` : '';
  return [
    `${paint.bold(site.ruleId)}  ${verdicts[site.verdict]}  ${paint.dim(`${site.priority}${sure} · ${inertLine(site.label)} at ${placeWords(site.location)}`)}`,
    ...paragraph(site.message, 2, screen),
    ...site.clauses.flatMap((clause) => clauseLines(clause, screen)),
    ...site.flows.flatMap((flow) => flowLines(flow, screen)),
    '',
  ];
}

function clauseLines({ kind, words, truth, reason }: ClauseAnswer, screen: Screen): string[] {
  const because = reason === '' ? '' : ` (${reason})`;
  const decided = truth === (kind === 'applies' ? 'no' : 'yes');
  const lines = paragraph(`${kind} when ${words}: ${truth}${because}`, 4, screen);
  return decided ? lines : lines.map((line) => screen.paint.dim(line));
}

function flowLines(flow: FollowedValue, screen: Screen): string[] {
  const more = flow.ends.length - MOST_ENDS;
  return [
    `  ${inertLine(flow.written)} ${screen.paint.dim(`was followed back from ${placeWords(flow.location)}, as ${flow.sink}:`)}`,
    ...flow.ends.slice(0, MOST_ENDS).flatMap((end) => endLines(end, screen)),
    ...(more > 0 ? [`    and ${more} more`] : []),
    ...(flow.truncated ? ['    the search was cut short; there may be more'] : []),
  ];
}

function endLines(end: FollowedValue['ends'][number], screen: Screen): string[] {
  const detail = end.detail === '' || end.kind === 'constant' ? '' : ` (${inertLine(end.detail)})`;
  const doubt = end.lossy ? ', with a step that had to be assumed' : '';
  const head = paragraph(`${inertLine(end.written)}: ${END_WORDS[end.kind]}${detail}${doubt}, ${placeWords(end.location)}`, 4, screen);
  const steps = end.kind === 'request' ? end.steps.flatMap((step) => paragraph(`${inertLine(step.text)}  ${placeWords(step.location)}`, 6, screen)) : [];
  return [...head, ...steps.map((line) => screen.paint.dim(line))];
}

function paragraph(text: string, indent: number, { width }: Screen): string[] {
  return wrap(text, width - indent).map((line) => ' '.repeat(indent) + line);
}
