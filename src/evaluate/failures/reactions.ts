/** What a `catch` does about the failure, and what kind of attempt it stands for. */
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import type { Evaluation } from '../evaluation.js';
import { keyOf, usesIn } from '../file-uses.js';
import { splitWords } from '../names/name-words.js';
import { logCallSites } from '../sites/log-calls.js';
import type { CatchClause } from './catch-clauses.js';
import { eventsIn } from './code-events.js';

/** `handles`: it answers, throws, returns something, remembers, reports or tells failures apart. */
export type Reaction = 'nothing' | 'logs' | 'handles';

export function reactionOf(clause: CatchClause, evaluation: Evaluation): Reaction {
  const { file } = clause.value;
  const { body } = clause;
  let logs = false;
  for (const event of eventsIn(file, body)) {
    const value = { file, id: event.value };
    if (event.kind === 'return' && isLog(value, evaluation)) continue;
    if (event.kind === 'write' && event.declaredAt >= body.start && event.declaredAt < body.end) continue;
    if (event.kind === 'branch' && !mentions(clause, event.value)) continue;
    if (event.kind === 'await' || (event.kind === 'call' && isInLog(value, evaluation))) {
      logs ||= event.kind === 'call';
      continue;
    }
    return 'handles';
  }
  if (clause.exit !== 'none' && clause.exit !== 'return') return 'handles';
  const skips = file.facts.blocks.some((block) => block.start >= body.start && block.end <= body.end && ['break', 'continue', 'mixed', 'throw'].includes(block.exitKind));
  return skips ? 'handles' : logs ? 'logs' : 'nothing';
}

/** Does the value speak of the caught error? */
function mentions({ value: { file }, error }: CatchClause, id: number): boolean {
  const { start, end } = file.facts.values[id]!;
  const uses = file.facts.bindings[error]?.uses ?? [];
  return uses.some((use) => file.facts.values[use]!.start >= start && file.facts.values[use]!.end <= end);
}

/** Does it look at the failure, and not only write it to a log, keep it or throw it on? A conflict is tried again with another name, without a pause. */
export function looksAtFailure({ value: { file }, body, error }: CatchClause, evaluation: Evaluation): boolean {
  const uses = file.facts.bindings[error]?.uses ?? [];
  return uses.some((id) => file.facts.values[id]!.start >= body.start && file.facts.values[id]!.start < body.end && !isInLog({ file, id }, evaluation) && !isKept(file, id) && !isThrownOn(file, id));
}

/** `throw error`, `throw new GaveUp('…', { cause: error })`: after the last attempt it goes to the caller. */
function isThrownOn(file: LinkedFile, id: number): boolean {
  let top = id;
  for (let parent = file.parentOf(top); parent >= 0; parent = file.parentOf(top)) top = parent;
  return file.facts.functions[file.functionAt(file.facts.values[id]!.start)]!.throws.includes(top);
}

/** `lastError = error`: kept for when all attempts have failed. */
function isKept(file: LinkedFile, id: number): boolean {
  const parent = file.parentOf(id);
  const top = file.facts.values[parent]?.kind === 'cast' ? parent : id;
  return usesIn(file).bindingsOf(top).length > 0;
}

/** Is the call a log call, or part of one? */
function isInLog(value: ValueRef, evaluation: Evaluation): boolean {
  const { file } = value;
  for (let id = value.id; id >= 0; id = file.parentOf(id)) {
    const fact = file.facts.values[id]!;
    if (fact.kind === 'function') return false;
    if (isLog({ file, id }, evaluation)) return true;
  }
  return false;
}

/** Beside what is known as a log call: `debug('…')`, `this.log(…)`, `logError(…)`, by name. */
const LOGGING = /^(?:log|debug|trace|warn|logger|log[A-Z]\w*|log_\w+|print|println|dump)$/;
const LOGGERS: ReadonlySet<string> = new Set(['log', 'logs', 'logger', 'logging', 'console', 'debug', 'winston', 'pino', 'npmlog']);
const LEVELS: ReadonlySet<string> = new Set(['log', 'trace', 'debug', 'verbose', 'silly', 'info', 'notice', 'warn', 'warning', 'error', 'err', 'fatal', 'critical', 'dir', 'table']);

function isLog(value: ValueRef, evaluation: Evaluation): boolean {
  const fact = evaluation.program.fact(value);
  if (fact.kind !== 'call') return false;
  if (logCallsOf(evaluation).has(keyOf(value))) return true;
  const { file } = value;
  const callee = file.facts.values[fact.callee];
  if (callee?.kind === 'reference') return LOGGING.test(callee.name);
  if (callee?.kind !== 'member' || callee.name === null) return false;
  const object = file.facts.values[callee.object];
  const owner = object?.kind === 'reference' || object?.kind === 'member' ? splitWords(object.name ?? '').at(-1) : undefined;
  return (owner !== undefined && LOGGERS.has(owner) && LEVELS.has(callee.name)) || (object?.kind === 'this' && LOGGING.test(callee.name));
}

const LOG_CALLS = new WeakMap<Evaluation, ReadonlySet<string>>();

function logCallsOf(evaluation: Evaluation): ReadonlySet<string> {
  let known = LOG_CALLS.get(evaluation);
  if (known === undefined) LOG_CALLS.set(evaluation, (known = new Set(logCallSites(evaluation).map(({ value }) => keyOf(value!)))));
  return known;
}

/** Tidying up, measuring, filling caches and asking whether something is there may fail without harm. */
const HARMLESS = new Set([
  ...['unlink', 'rm', 'rmdir', 'remove', 'rimraf', 'close', 'destroy', 'end', 'kill', 'abort', 'release', 'disconnect', 'quit', 'rollback', 'unsubscribe', 'dispose', 'clear', 'stop', 'cleanup', 'clean', 'teardown', 'terminate', 'cancel', 'drain', 'unref', 'unlock', 'off', 'exit', 'flush', 'detach', 'shutdown', 'reset', 'finish', 'emit', 'delete', 'del', 'drop', 'prune', 'expire'],
  ...['track', 'capture', 'increment', 'incr', 'observe', 'record', 'measure', 'report', 'identify', 'trace', 'telemetry', 'analytics', 'metric', 'metrics', 'stats', 'posthog', 'event', 'log', 'logs', 'logger'],
  ...['cache', 'cached', 'invalidate', 'purge', 'evict', 'prefetch', 'preload', 'warm', 'warmup', 'revalidate', 'memo'],
  ...['access', 'stat', 'lstat', 'exists', 'ping', 'test', 'check', 'probe', 'detect', 'require', 'import', 'resolve', 'mkdir', 'parse', 'is', 'has', 'can', 'try', 'safe', 'safely', 'maybe', 'attempt', 'best', 'optional', 'validate', 'wait', 'sleep', 'delay'],
]);

export function isHarmlessName(name: string): boolean {
  return splitWords(name).some((word) => HARMLESS.has(word));
}

/** Calls of the attempt that are not arguments or receivers of others, by their last name. */
export function callsTried({ value: { file }, tried }: CatchClause): ValueRef[] {
  const outermost: ValueRef[] = [];
  for (const { kind, value } of eventsIn(file, tried)) {
    if (kind !== 'call') continue;
    let top = file.parentOf(value);
    while (top >= 0 && file.facts.values[top]!.kind !== 'call') top = file.parentOf(top);
    if (top < 0 || file.facts.values[top]!.start < tried.start || file.facts.values[top]!.end > tried.end) outermost.push({ file, id: value });
  }
  return outermost;
}

export function isHarmlessCall(call: ValueRef, program: Program): boolean {
  const fact = program.fact(call);
  if (fact.kind !== 'call') return false;
  const callee = program.describe({ file: call.file, id: fact.callee });
  return isHarmlessName(callee) || (fact.args.length === 0 && READS_BODY.test(callee)) || fact.args.some((id) => isHarmlessArgument({ file: call.file, id }, program, 0));
}

/** An address at which something is counted (`/albums/1/view/count`), or the word that rows which are there already are passed over (`ordered: false`). */
function isHarmlessArgument(value: ValueRef, program: Program, depth: number): boolean {
  const fact = program.fact(value);
  if (fact.kind === 'literal') return typeof fact.value === 'string' && COUNTS.test(fact.value);
  if (fact.kind === 'template') return COUNTS.test(fact.texts.at(-1) ?? '');
  if (fact.kind !== 'object' || depth > 1) return false;
  return fact.properties.some(({ name, value: id }) => {
    const inner = program.fact({ file: value.file, id });
    return (name === 'ordered' && inner.kind === 'literal' && inner.value === false) || isHarmlessArgument({ file: value.file, id }, program, depth + 1);
  });
}

const COUNTS = /\/(?:views?|visits?|hits?|clicks?|impressions?|track(?:ing)?|analytics|beacon|pixel)(?:\/(?:counts?|increment|track))?$/i;

/** Text that is no JSON, say, in the answer of another service: nothing was done that failed. */
const READS_BODY = /(?:^|\.)\w*res(?:p|ponse)?\.(?:json|text|formData)$/i;
