/** `job.comes-again`: what puts the job in runs again by itself, and puts it in again: it is called after its clock, or stands in a loop without an end. */
import { NONE } from '../../../contracts/facts.js';
import type { LinkedFile, ValueRef } from '../../../contracts/program.js';
import { fileNameOf } from '../../../contracts/file-path.js';
import { splitWords } from '../../names/name-words.js';
import { answerOf } from '../../answer.js';
import type { Predicate } from '../index.js';

/** Not `schedule`: who schedules a reminder wants that one. */
const CLOCK = /^(?:daily|hourly|nightly|weekly|monthly|cron|crons|scheduler|scheduled|recurring|periodic)$/;

export const comesAgain: Predicate = ({ value }) => answerOf(value !== null && (namesOf(value).some(isOfClock) || isInEndlessLoop(value)));

function isOfClock(name: string): boolean {
  return splitWords(name).some((word) => CLOCK.test(word.toLowerCase()));
}

/** Of the file, and of the functions around the value. */
function namesOf({ file, id }: ValueRef): string[] {
  const { start } = file.facts.values[id]!;
  const around = file.facts.functions.filter((fact) => fact.start <= start && start < fact.end);
  return [fileNameOf(file.facts.path).replace(/\..*$/, ''), ...around.map(({ name }) => name ?? '')];
}

function isInEndlessLoop({ file, id }: ValueRef): boolean {
  let block = file.blockAt(file.facts.values[id]!.start);
  const owner = file.facts.blocks[block]?.function;
  for (; block !== NONE && file.facts.blocks[block]?.function === owner; block = file.facts.blocks[block]!.parent) {
    if (file.facts.blocks[block]!.kind === 'loop' && isEndless(file, file.facts.blocks[block]!.condition)) return true;
  }
  return false;
}

function isEndless(file: LinkedFile, condition: number): boolean {
  const test = condition === NONE ? undefined : file.facts.values[condition];
  return test === undefined || (test.kind === 'literal' && test.value === true);
}
