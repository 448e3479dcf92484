/** What promises are put together from. */
import type { ValueRef } from '../../../contracts/program.js';
import { NO, unknown, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import type { Predicate } from '../index.js';

const TIMER = 'timer.start';

/**
 * `promises.race-a-timer`: one of the promises handed to the call (its argument `promises`) waits for a timer. Proves that
 * the race ends though the others hang. Unknown when the list or one of its promises cannot be followed.
 */
export const raceATimer: Predicate = (site, _operand, evaluation) => {
  const { program } = evaluation;
  const list = site.role === null ? null : program.argument(site.role, 'promises');
  if (list === null) return NO;
  const promises = program.sourcesOf(list).flatMap((source) => {
    const fact = program.fact(source);
    return fact.kind === 'array' ? fact.elements.map((id): ValueRef => ({ file: source.file, id })) : [];
  });
  if (promises.length === 0) return unknown('what the race is between');
  const timed = promises.find((promise) => startsTimer(promise, evaluation));
  if (timed !== undefined) return yes({ related: [{ location: program.location(timed), text: 'the timer' }] });
  const open = promises.some((promise) => program.sourcesOf(promise).some((source) => program.fact(source).kind === 'parameter'));
  return open && promises.length > 1 ? unknown('whether the race has a timer') : NO;
};

/** The expression, something it was assigned from, or a function of the program that it calls starts a timer. */
function startsTimer(value: ValueRef, evaluation: Evaluation): boolean {
  const { program } = evaluation;
  return [value, ...program.sourcesOf(value)].some((source) => {
    const fact = program.fact(source);
    if (hasTimerWithin(source.file.facts.path, fact.start, fact.end, evaluation)) return true;
    return program.callees(source).some((callee) => {
      const { start, end } = program.functionFact(callee);
      return hasTimerWithin(callee.file.facts.path, start, end, evaluation);
    });
  });
}

/** Is a timer started inside this extent? */
function hasTimerWithin(path: string, start: number, end: number, { program }: Evaluation): boolean {
  return program.sitesOf(TIMER).some(({ value }) => {
    const at = program.fact(value).start;
    return value.file.facts.path === path && at >= start && at < end;
  });
}
