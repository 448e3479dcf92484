/**
 * `monitor.logged`: is a database client told to tell of its statements? `monitor.measured`: does code around the calls of the database, or a
 * metric of that name, take the time?
 */
import { NO, unknown, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import { libraryOf } from '../../names/api-package.js';
import type { LinkedFile, Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import type { Evaluation } from '../../evaluation.js';
import { groupBy } from '../../reach/reach.js';
import type { Predicate } from '../index.js';

export const monitorLogged: Predicate = ({ role }, _operand, { program }) => {
  if (role === null || !('monitor' in role.entry.arguments)) return NO;
  const setting = program.argument(role, 'monitor');
  if (setting === null) return role.entry.attributes['by-default'] === 'prints' ? unknown('whether what it prints by default is kept') : NO;
  const wanted = role.entry.attributes['level'];
  const answers = program.sourcesOf(setting).map((source) => tells(source, typeof wanted === 'string' ? wanted : null, program));
  if (answers.length > 0 && answers.every((answer) => answer === 'yes')) return yes({ reason: 'the client tells of its statements' });
  return answers.every((answer) => answer === 'no') ? NO : unknown('whether the client tells of its statements in production');
};

/** @param wanted the level that must be among several, or null where anything that is set will do. */
function tells(value: ValueRef, wanted: string | null, program: Program): 'yes' | 'no' | 'unknown' {
  const fact = program.fact(value);
  if (fact.kind === 'function' || (fact.kind === 'call' && fact.isNew)) return 'yes';
  if (fact.kind === 'array') {
    const { file } = value;
    const levels = fact.elements.flatMap((id) => levelsOf({ file, id }, program));
    return wanted === null || levels.includes(wanted) || levels.includes('all') ? 'yes' : levels.includes('?') ? 'unknown' : 'no';
  }
  const constants = program.constants(value);
  if (constants === null) return fact.kind === 'reference' || fact.kind === 'member' ? 'unknown' : 'yes';
  const isTold = (constant: string | number | boolean | null) => constant === true || (typeof constant === 'number' && constant > 0) || constant === 'all' || (typeof constant === 'string' && (wanted === null || constant === wanted));
  return constants.every(isTold) ? 'yes' : constants.some(isTold) ? 'unknown' : 'no';
}

/** `'query'`, `{ level: 'query', emit: 'event' }`. */
function levelsOf(value: ValueRef, program: Program): string[] {
  const level = program.property(value, ['level']);
  const values = level.kind === 'found' ? level.values : [value];
  return values.flatMap((each) => program.constants(each)?.map(String) ?? ['?']);
}

const DATABASE = /(?:^|[^a-z])(?:db|sql|database|quer(?:y|ies)|mongo\w*|postgres\w*|pg|prisma|mysql)(?:[^a-z]|$)/i;
const CLOCK = /(?:^|\.)(?:Date\.now|performance\.now|hrtime(?:\.bigint)?|startTimer|console\.time|timeEnd|getTime)$/;

export const monitorMeasured: Predicate = ({ role: client }, _operand, evaluation) => {
  const { program } = evaluation;
  for (const role of evaluation.roleSites(['metrics.duration'], 'wide')) {
    const name = program.argument(role, 'name');
    const constants = name === null ? null : program.constants(name);
    if (constants?.some((each) => typeof each === 'string' && DATABASE.test(each))) return yes({ reason: 'a metric holds how long statements take', related: [{ location: program.location(role.value), text: 'the metric' }] });
  }
  return client === null ? NO : knownTimedAround(libraryOf(client.path), evaluation);
};

/** Each client of a library asks the same. */
const TIMED = new WeakMap<Evaluation, Map<string, Answer>>();

function knownTimedAround(library: string, evaluation: Evaluation): Answer {
  let libraries = TIMED.get(evaluation);
  if (libraries === undefined) TIMED.set(evaluation, (libraries = new Map<string, Answer>()));
  let answer = libraries.get(library);
  if (answer === undefined) libraries.set(library, (answer = timedAround(library, evaluation)));
  return answer;
}

/** A function that hands statements of others on to the database, and reads the clock on both sides. What measures one client says nothing of another. */
function timedAround(library: string, evaluation: Evaluation): Answer {
  const { program } = evaluation;
  const calls = groupBy(evaluation.roleSites(['sql.execute'], 'wide').filter((site) => libraryOf(site.path) === library), ({ value }) => value.file);
  for (const [file, sites] of calls) {
    const clocks = clocksIn(file, program);
    const timed = clocks.length < 2 ? undefined : sites.find((site) => standsBetween(site, clocks) && isHandedOn(site, program));
    if (timed !== undefined) return yes({ reason: 'a wrapper measures how long statements take', related: [{ location: program.location(timed.value), text: 'measured here' }] });
  }
  return NO;
}

/** Between two looks at the clock in the same function. */
function standsBetween({ value: { file, id } }: RoleSite, clocks: readonly number[]): boolean {
  const { start } = file.facts.values[id]!;
  const around = file.functionAt(start);
  const inFunction = clocks.filter((at) => file.functionAt(at) === around);
  return inFunction.some((at) => at < start) && inFunction.some((at) => at > start);
}

/** What is sent is the function's own parameter, or all that it was given. */
function isHandedOn(site: RoleSite, program: Program): boolean {
  const { file } = site.value;
  const call = program.fact(site.value);
  if (call.kind === 'call' && call.args.some((id) => file.facts.values[id]!.kind === 'spread')) return true;
  const statement = program.argument(site, 'statement');
  const fact = statement === null ? null : program.fact(statement);
  return fact?.kind === 'reference' && fact.binding >= 0 && statement!.file.facts.bindings[fact.binding]!.kind === 'parameter';
}

function clocksIn(file: LinkedFile, program: Program): number[] {
  return file.facts.calls.flatMap((id) => {
    const fact = file.facts.values[id]!;
    return fact.kind === 'call' && CLOCK.test(program.describe({ file, id: fact.callee })) ? [fact.start] : [];
  });
}
