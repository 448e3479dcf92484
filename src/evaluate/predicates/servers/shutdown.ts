/** `shutdown.*`: what a process does when it is asked to end. */
import type { FunctionRef, LinkedFile, Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { splitWords } from '../../names/name-words.js';
import { importedFiles } from '../../reach/imported-files.js';
import { callsIn, functionsAt, reachedFunctions } from '../../reach/reach.js';
import { writtenName } from '../../../contracts/written-name.js';
import type { Predicate } from '../index.js';

/** Words in the name of what lets go of something: `server.close()`, `pool.end()`, `gracefulShutdown()`. */
const CLOSING_WORDS: ReadonlySet<string> = new Set(['close', 'stop', 'shutdown', 'shut', 'terminate', 'drain', 'destroy', 'end', 'quit', 'disconnect', 'dispose', 'graceful', 'gracefully', 'teardown', 'cleanup']);
/** Methods by which somebody else is told. */
const TELLING: ReadonlySet<string> = new Set(['abort', 'emit', 'dispatchEvent']);
const DEPTH = 4;
/** Programs that people run by hand: they end with their work. */
const COMMAND_PLACES = /(?:^|\/)(?:(?:[\w-]+-)?cli|commands?|scripts?|examples?|benchmarks?|benchmarking|seeds?)(?:\/|\.\w+$)/;

/** Is the site part of a program that is run by hand, such as a command that waits for a browser to come back? */
export const ofCommand: Predicate = ({ value }) => answerOf(value !== null && COMMAND_PLACES.test(value.file.facts.path));

/**
 * `shutdown.on-signal`: what is done on SIGTERM, here or in a package that this one depends on. `closes`: something is closed;
 * `exits`: the signal is listened to and nothing is closed.
 */
export const onSignal: Predicate = (_site, operand, evaluation) => {
  const listeners = evaluation.roleSites(['process.event'], 'wide').filter((site) => isTermination(site, evaluation.program));
  const closing = listeners.find((site) => handlersOf(site, evaluation.program).some((ref) => closes(ref, evaluation.program)));
  const related = (closing === undefined ? listeners : [closing]).map((site) => ({ location: evaluation.program.location(site.value), text: 'the signal is listened to here' }));
  if (operand === 'closes') {
    if (closing !== undefined) return yes({ related });
    const untold = listeners.some((site) => !isRead(site, evaluation));
    return untold ? unknown('what is done on SIGTERM', { related }) : NO;
  }
  if (operand !== 'exits') throw new Error('shutdown.on-signal takes one of closes, exits');
  return closing === undefined && listeners.length > 0 && listeners.every((site) => isRead(site, evaluation)) ? yes({ related }) : NO;
};

/** `shutdown.empty`: the function that a library calls when the process shall end is in sight, and closes nothing. */
export const empty: Predicate = ({ role }, _operand, { program }) => {
  const given = role === null ? [] : handlersOf(role, program);
  return answerOf(given.length > 0 && !given.some((ref) => closes(ref, program) || passesOn(ref, program)));
};

/** Is SIGTERM among the events that it listens to? One that cannot be told may be it. */
function isTermination(site: RoleSite, program: Program): boolean {
  const name = program.argument(site, 'name');
  const constants = name === null ? null : program.constants(name);
  return constants === null || constants.includes('SIGTERM');
}

/**
 * `shutdown.cuts-off-work`: on SIGTERM nothing but the server is closed, while workers take jobs in the same process (their files are
 * imported, however far, by the one that listens). No where a handler is not read whole, or closes anything else.
 */
export const cutsOffWork: Predicate = ({ value }, _operand, evaluation) => {
  const { program } = evaluation;
  const worker = value === null ? undefined : workersBeside(value.file, evaluation)[0];
  if (worker === undefined) return NO;
  const listeners = evaluation.roleSites(['process.event'], 'wide').filter((site) => isTermination(site, program));
  const closing = listeners.flatMap((site) => handlersOf(site, program)).flatMap((ref) => closingCalls(ref, program));
  if (!listeners.every((site) => isRead(site, evaluation)) || closing.length === 0 || !closing.every((call) => isServers(call, program))) return NO;
  return yes({ values: { source: program.describe(worker.value) }, related: [{ location: program.location(worker.value), text: 'takes jobs in the same process' }] });
};

function workersBeside(file: LinkedFile, evaluation: Evaluation): RoleSite[] {
  const imported = importedFiles(evaluation.program);
  const reached = new Set([file]);
  for (const each of reached) for (const next of imported.get(each) ?? []) reached.add(next);
  return evaluation.roleSites(['job.worker'], 'own').filter((site) => reached.has(site.value.file));
}

/** Calls that let go of something and are not functions of the program, which are looked into themselves. */
function closingCalls(handler: FunctionRef, program: Program): ValueRef[] {
  return reachedFunctions(program, [handler], DEPTH).flatMap(({ file, id }) => callsIn({ file, id }).map((call) => ({ file, id: call })).filter((call) => isClosing(call) && program.callees(call).length === 0));
}

/** `server.close()`, by the name of what is closed. */
function isServers({ file, id }: ValueRef, program: Program): boolean {
  const fact = file.facts.values[id]!;
  const callee = fact.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  return callee?.kind === 'member' && splitWords(program.describe({ file, id: callee.object })).some((word) => SERVERS.has(word));
}

/** Words of what a server is called. */
const SERVERS: ReadonlySet<string> = new Set(['server', 'app', 'http', 'https', 'httpserver', 'fastify', 'listener']);

function isRead(site: RoleSite, { program }: Evaluation): boolean {
  const name = program.argument(site, 'name');
  const handlers = handlersOf(site, program);
  return handlers.length > 0 && !handlers.some((ref) => passesOn(ref, program)) && name !== null && program.constants(name) !== null;
}

/** Does it tell others, who wait for that: `controller.abort()`, `emitter.emit('shutdown')`, `resolve()` of a promise around it? */
function passesOn(handler: FunctionRef, program: Program): boolean {
  return callsIn(handler).some((id) => {
    const fact = program.fact({ file: handler.file, id });
    const callee = fact.kind === 'call' ? handler.file.facts.values[fact.callee] : undefined;
    if (callee?.kind === 'member') return callee.name !== null && TELLING.has(callee.name);
    const binding = callee?.kind === 'reference' ? handler.file.facts.bindings[callee.binding] : undefined;
    return binding?.kind === 'parameter' && binding.function !== handler.id;
  });
}

function handlersOf(site: RoleSite, program: Program): FunctionRef[] {
  const handler = program.argument(site, 'handler');
  return handler === null ? [] : functionsAt(handler, program);
}

function closes(handler: FunctionRef, program: Program): boolean {
  return reachedFunctions(program, [handler], DEPTH).some((ref) => callsIn(ref).some((id) => isClosing({ file: ref.file, id })));
}

function isClosing({ file, id }: ValueRef): boolean {
  const fact = file.facts.values[id];
  const callee = fact?.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  const name = writtenName(callee);
  return splitWords(name ?? '').some((word) => CLOSING_WORDS.has(word));
}
