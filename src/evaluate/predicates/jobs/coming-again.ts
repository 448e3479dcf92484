/**
 * `job.comes-again`: what puts the job in runs again by itself, and puts it in again: it, or all that calls it, is called after its clock or handed to
 * one, or stands in a loop without an end; the job is called after a clock; or it says nothing, so that the next one does whatever this one leaves.
 */
import { NONE } from '../../../contracts/facts.js';
import type { FunctionRef, LinkedFile, Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { fileNameOf } from '../../../contracts/file-path.js';
import { splitWords } from '../../names/name-words.js';
import { answerOf } from '../../answer.js';
import { keyOf } from '../../file-uses.js';
import { functionsAt, keyOf as keyOfFunction } from '../../reach/reach.js';
import type { Predicate } from '../index.js';

/** Not `schedule`: who schedules a reminder wants that one. */
const CLOCK = /^(?:daily|hourly|nightly|weekly|monthly|cron|crons|scheduler|scheduled|recurring|periodic)$/;
/** Of jobs: a scheduled letter is one that somebody has written. */
const CLOCK_OF_JOBS = /^(?:daily|hourly|nightly|weekly|monthly|cron|recurring|periodic)$/;
/** Calls between a clock and what puts the job in. */
const DEPTH = 2;

export const comesAgain: Predicate = ({ role, value }, _operand, { program }) => answerOf(value !== null && ((role !== null && isOfTheClock(role, program)) || isPutInAgain(value, program, 0)));

/** The job says of itself that it is one of many, by its name or because it is told nothing. */
function isOfTheClock(role: RoleSite, program: Program): boolean {
  const name = program.argument(role, 'job');
  const names = name === null ? [] : (program.constants(name) ?? []).filter((each) => typeof each === 'string');
  const data = program.argument(role, 'data');
  const fact = data === null ? null : program.fact(data);
  return names.some((each) => isNamedAfter(each, CLOCK_OF_JOBS)) || (names.length > 0 && fact?.kind === 'object' && fact.properties.length === 0);
}

function isPutInAgain(value: ValueRef, program: Program, depth: number): boolean {
  if (namesOf(value).some((name) => isNamedAfter(name, CLOCK)) || isInEndlessLoop(value)) return true;
  const around = functionsAround(value);
  if (around.some((ref) => handedToClocks(program).has(keyOfFunction(ref)))) return true;
  if (depth === DEPTH) return false;
  const callers = around.map((ref) => program.callersOf(ref)).find((each) => each.length > 0) ?? [];
  return callers.length > 0 && callers.every((caller) => keyOf(caller) !== keyOf(value) && isPutInAgain(caller, program, depth + 1));
}

const HANDED = new WeakMap<Program, ReadonlySet<string>>();

/** What libraries run by the clock. */
function handedToClocks(program: Program): ReadonlySet<string> {
  let known = HANDED.get(program);
  if (known === undefined) {
    const handlers = program.sitesOf('schedule.run').map((site) => program.argument(site, 'handler'));
    known = new Set(handlers.flatMap((handler) => (handler === null ? [] : functionsAt(handler, program).map(keyOfFunction))));
    HANDED.set(program, known);
  }
  return known;
}

function isNamedAfter(name: string, clock: RegExp): boolean {
  return splitWords(name).some((word) => clock.test(word.toLowerCase()));
}

/** Of the file, and of the functions around the value. */
function namesOf(value: ValueRef): string[] {
  return [fileNameOf(value.file.facts.path).replace(/\..*$/, ''), ...functionsAround(value).map(({ file, id }) => file.facts.functions[id]!.name ?? '')];
}

/** Innermost first. */
function functionsAround({ file, id }: ValueRef): FunctionRef[] {
  const around: FunctionRef[] = [];
  for (let ref = file.functionAt(file.facts.values[id]!.start); ref > 0; ref = file.facts.functions[ref]!.parent) around.push({ file, id: ref });
  return around;
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
