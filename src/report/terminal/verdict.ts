/** The end of the report: what was audited, score, verdict, gate, next steps. */
import type { AuditReport, Gap } from '../../contracts/audit.js';
import { effortWords, inventoryWords, isOpenGap, plural, pointsWords, VERDICT_WORDS } from '../words.js';
import { fitEnd, padEnd, widthOf, wrap } from './layout.js';
import type { Screen } from './screen.js';

const LABEL_WIDTH = 11;
const BAR_WIDTH = 30;
const GOOD = 90;
const FAIR = 60;
const LISTED = 3;
const MILLISECONDS = 1000;

/** `Not ready · 54/100 · 2 critical gaps are open: …`: all that `--quiet` prints. */
export function verdictLines({ verdict, score }: AuditReport, screen: Screen): string[] {
  const value = score.value === null ? '' : ` · ${score.value}/100`;
  const [head = '', ...rest] = wrap(`${VERDICT_WORDS[verdict.word]}${value} · ${verdict.text}`, screen.width);
  return [verdictPaint(verdict.word, screen)(head), ...rest];
}

/** What the audit rests on: files, lines, inventory, and what was left out. */
export function auditedLines({ completeness, run }: AuditReport, screen: Screen): string[] {
  const { status, reason, filesAnalysed, linesAnalysed, failed, skipped, limits, inventory } = completeness;
  const time = run.durationMs === null ? '' : ` in ${(run.durationMs / MILLISECONDS).toFixed(1)} s`;
  const lines = [
    `${plural(filesAnalysed, 'file')}, ${plural(linesAnalysed, 'line')}${time}`,
    inventoryWords(inventory).join(' · '),
    status === 'complete' ? '' : `${status}${reason === '' ? '' : `: ${reason}`}`,
    failed.length === 0 ? '' : `${plural(failed.length, 'file')} not parsed: ${failed.slice(0, LISTED).map(({ path }) => path).join(', ')}`,
    skipped.length === 0 ? '' : `${plural(skipped.length, 'path')} skipped: ${skipped.slice(0, LISTED).map(({ path }) => path).join(', ')}`,
    limits.length === 0 ? '' : limits.slice(0, LISTED).join('; '),
  ];
  return labelled('Audited', lines.filter((line) => line !== ''), screen);
}

/** Suppressions and decisions that are not in order; they are the only thing here that asks for work. */
export function suppressionLines({ suppressions }: AuditReport, screen: Screen): string[] {
  const faulty = suppressions.filter(({ problem }) => problem !== '');
  if (faulty.length === 0) return [];
  const shown = screen.verbose ? faulty : faulty.slice(0, LISTED);
  const more = faulty.length - shown.length;
  const lines = shown.flatMap(({ path, line, problem }) => [`${fitEnd(`${path}:${line}`, screen.width - LABEL_WIDTH - 2)}`, `  ${problem}`]);
  return labelled('Ignores', more > 0 ? [...lines, `and ${more} more suppressions that are not in order`] : lines, screen);
}

export function scoreLines({ score }: AuditReport, screen: Screen): string[] {
  const { paint } = screen;
  const was = score.previous === null ? '' : `was ${score.previous}`;
  if (score.value === null) return labelled('Score', ['none: nothing could be decided'], screen);
  const colour = score.value >= GOOD ? paint.green : score.value >= FAIR ? paint.yellow : paint.red;
  const filled = Math.round((score.value / 100) * BAR_WIDTH);
  const bar = colour('━'.repeat(filled)) + paint.dim('╌'.repeat(BAR_WIDTH - filled));
  const capped = score.uncapped !== null && score.uncapped > score.cap ? `${score.uncapped} before the cap: ` : '';
  const notes = [
    score.capReason === '' ? '' : capped + score.capReason,
    `${Number(score.earned.toFixed(1))} of ${score.weight} weight earned, ${score.decided} of ${score.applicable} gaps decided`,
  ];
  const head = `  ${paint.dim(padEnd('Score', LABEL_WIDTH))}${paint.bold(`${score.value}/100`)}  ${bar}${was === '' ? '' : `  ${paint.dim(was)}`}`;
  return [head, ...labelled('', notes.filter((note) => note !== ''), screen)];
}

export function judgementLines(report: AuditReport, screen: Screen): string[] {
  const { verdict, gate } = report;
  const { paint } = screen;
  const word = verdictPaint(verdict.word, screen)(VERDICT_WORDS[verdict.word]);
  const blocking = gate.blocking.length === 0 ? '' : `: ${gate.blocking.join(', ')}`;
  const gateText = `${gate.holds ? 'holds' : 'fails'} (${gate.conditions.join(', ')})${blocking}`;
  return [
    `  ${paint.dim(padEnd('Verdict', LABEL_WIDTH))}${word}`,
    ...labelled('', [verdict.text], screen),
    ...labelled('Gate', [gateText], screen),
  ];
}

/** Three things to do next, as commands. A command is never cut, so that it can be copied. */
export function nextLines(report: AuditReport, screen: Screen): string[] {
  const { paint, width } = screen;
  const steps = nextSteps(report);
  const commandWidth = Math.max(...steps.map(({ command, why }) => (why === '' ? 0 : widthOf(command))));
  const indent = LABEL_WIDTH + '  1  '.length;
  return steps.flatMap(({ command, why }, index) => {
    const beside = padEnd(command, commandWidth);
    const fits = why !== '' && widthOf(beside) + 2 + widthOf(why) <= width - indent;
    const lines = fits ? [`${paint.bold(beside)}  ${paint.dim(why)}`] : wrap(command, width - indent).map((line) => paint.bold(line));
    const lead = `  ${paint.dim(padEnd(index === 0 ? 'Next' : '', LABEL_WIDTH))}${paint.dim(String(index + 1))}  `;
    return lines.map((line, row) => (row === 0 ? lead : ' '.repeat(indent)) + line);
  });
}

function nextSteps({ gaps, quickWins, summary }: AuditReport): { command: string; why: string }[] {
  const explain = ({ ruleId }: Gap, why: string) => ({ command: `shipworthy explain ${ruleId}`, why });
  const first = gaps.find(isOpenGap);
  const quick = gaps.find((gap) => gap.ruleId === quickWins.find((id) => id !== first?.ruleId));
  const second = gaps.find((gap) => isOpenGap(gap) && gap !== first);
  const document = { command: 'shipworthy audit --format markdown --output GAPS.md', why: '' };
  if (first !== undefined) {
    const next = quick ?? second;
    const then = next === undefined ? [] : [explain(next, `${effortWords(next.effortMinutes)}, ${pointsWords(next.points)}`)];
    return [explain(first, `${effortWords(first.effortMinutes)}, ${pointsWords(first.points)}`), ...then, document];
  }
  const { unverified } = summary.total;
  const confirm = { command: 'shipworthy audit --verbose', why: `${plural(unverified, 'gap')} to confirm` };
  return [...(unverified > 0 ? [confirm] : []), { command: 'shipworthy audit --fail-on P1', why: 'keep it so in CI' }, document];
}

function labelled(label: string, lines: readonly string[], { paint, width }: Screen): string[] {
  const room = width - LABEL_WIDTH - 2;
  return lines
    .flatMap((line) => wrap(line, room))
    .map((line, index) => `  ${paint.dim(padEnd(index === 0 ? label : '', LABEL_WIDTH))}${line}`);
}

function verdictPaint(word: AuditReport['verdict']['word'], { paint }: Screen) {
  return { ready: paint.green.bold, nearly: paint.yellow.bold, 'not ready': paint.red.bold, 'not audited': paint.red.bold }[word];
}
