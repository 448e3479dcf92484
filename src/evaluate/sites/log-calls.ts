/**
 * `{ log-call: true }`: every call that writes a log, through a logging library, through something that is called a logger, or
 * through a function of the program that hands its arguments to one.
 */
import type { ParameterFact } from '../../contracts/facts.js';
import type { FunctionRef, LinkedFile, RoleSite, ValueRef } from '../../contracts/program.js';
import type { Evaluation } from '../evaluation.js';
import { keyOf } from '../file-uses.js';
import { splitWords } from '../names/name-words.js';
import { siteOfRole } from '../site.js';
import type { Site } from '../site.js';

/** What loggers are called: the last word of the receiver's name. */
const LOGGER_WORDS: ReadonlySet<string> = new Set(['log', 'logger', 'logging']);
/** A function whose name has one of these words and that hands its arguments to a logger is one. */
const LOGGING_WORDS: ReadonlySet<string> = new Set(['log', 'logger', 'logging', 'debug', 'warn', 'trace']);
/** A method that has one of these words is one when it is called on what is called a logger. */
const LEVEL_WORDS: ReadonlySet<string> = new Set([...LOGGING_WORDS, 'verbose', 'info', 'notice', 'http', 'success', 'warning', 'error', 'err', 'fatal', 'critical', 'write', 'print']);
/** What is said at such a level production leaves off. */
const FAULT_WORDS: ReadonlySet<string> = new Set(['debug', 'verbose', 'trace', 'silly']);
/** Places of programs that people run by hand and whose output they read: what they print is no log. */
const COMMAND_PLACES = /(?:^|\/)(?:\.|__)?(?:cli|bin|commands?|scripts?|seeds?|seeders?|seeding|migrations?|benchmarks?|examples?|install|installer)(?:__)?(?:\/|\.\w+$)|(?:^|\/)(?:migrate|install)-[\w-]+\.\w+$/;

const memo = new WeakMap<Evaluation, Site[]>();

/** Does the file belong to something that people run by hand? */
export function isOfCommand({ facts }: LinkedFile): boolean {
  return COMMAND_PLACES.test(facts.path);
}

export function logCallSites(evaluation: Evaluation): Site[] {
  let sites = memo.get(evaluation);
  if (sites === undefined) {
    sites = findLogCalls(evaluation).filter((role) => !isOfCommand(role.value.file)).map((role) => siteOfRole(role, evaluation.program));
    memo.set(evaluation, sites);
  }
  return sites;
}

function findLogCalls(evaluation: Evaluation): RoleSite[] {
  const known = evaluation.roleSites(['log.write'], 'own');
  const guessed = evaluation.roleSites(['log.write.unresolved'], 'own').filter((site) => isCalledLogger(site.value));
  const found = new Map<string, RoleSite>();
  const wrapped = new Set<string>();
  // A wrapper may live in another package than its calls. What it hands on is told where it is called.
  for (const wrapper of evaluation.roleSites(['log.write'], 'wide').flatMap((site) => wrapperAround(site) ?? [])) {
    const calls = callsOf(wrapper, evaluation);
    for (const call of calls) if (evaluation.holds(call.value, 'own')) found.set(keyOf(call.value), call);
    if (calls.length > 0) wrapped.add(keyOf(wrapper.inner.value));
  }
  for (const site of [...known, ...guessed]) {
    const key = keyOf(site.value);
    if (!found.has(key) && !wrapped.has(key)) found.set(key, site);
  }
  return [...found.values()];
}

/** `logger.info(…)`, `this.requestLogger.warn(…)`, `getLogger('x').error(…)`. */
function isCalledLogger({ file, id }: ValueRef): boolean {
  const fact = file.facts.values[id];
  const callee = fact?.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  return callee?.kind === 'member' && hasLoggerName(file, callee.object);
}

function hasLoggerName(file: LinkedFile, id: number): boolean {
  const fact = file.facts.values[id];
  if (fact?.kind === 'reference' || fact?.kind === 'member') return LOGGER_WORDS.has(splitWords(fact.name ?? '').at(-1) ?? '');
  if (fact?.kind === 'cast') return hasLoggerName(file, fact.operand);
  if (fact?.kind !== 'call') return false;
  const callee = file.facts.values[fact.callee];
  if (callee?.kind === 'member' && callee.name === 'child') return hasLoggerName(file, callee.object);
  return callee !== undefined && hasLoggerName(file, fact.callee);
}

/** Calls of a function that passes its own parameters on to a logger. */
function callsOf(wrapper: Wrapper, evaluation: Evaluation): RoleSite[] {
  const { program } = evaluation;
  return program
    .callersOf(wrapper.ref)
    .filter((call) => program.fact(call).kind === 'call' && (wrapper.isNamedSo || isCalledLogger(call)))
    .map((call) => callOfWrapper(call, wrapper));
}

interface Wrapper {
  ref: FunctionRef;
  /** The log call inside. */
  inner: RoleSite;
  /** The parameters that are handed on, by index, and whether each takes all the rest. */
  handed: ReadonlyMap<number, boolean>;
  /** Does its own name say that it logs? Else its calls must be on what is called a logger. */
  isNamedSo: boolean;
  /** Is it called so that production leaves it off? `debugLog(…)`. */
  isForFaults: boolean;
}

function wrapperAround(site: RoleSite): Wrapper | null {
  const { file, id } = site.value;
  const fact = file.facts.values[id];
  if (fact?.kind !== 'call') return null;
  const around = file.functionAt(fact.start);
  const declaration = file.facts.functions[around];
  const words = splitWords(declaration?.name ?? '');
  if (around === 0 || declaration === undefined || !words.some((word) => LEVEL_WORDS.has(word))) return null;
  const handed = new Map<number, boolean>();
  for (const argument of fact.args) for (const [index, isRest] of parametersIn(file, argument, declaration.parameters, 0)) handed.set(index, isRest);
  return handed.size === 0 ? null : { ref: { file, id: around }, inner: site, handed, isNamedSo: words.some((word) => LOGGING_WORDS.has(word)), isForFaults: words.some((word) => FAULT_WORDS.has(word)) };
}

/** Parameters that an argument is, or is put together from, by index, and whether each takes all the rest. */
function parametersIn(file: LinkedFile, id: number, parameters: readonly ParameterFact[], depth: number): [number, boolean][] {
  const fact = file.facts.values[id];
  const on = (inner: number) => parametersIn(file, inner, parameters, depth + 1);
  if (fact === undefined || depth > 3) return [];
  if (fact.kind === 'template' || fact.kind === 'concat') return fact.parts.flatMap(on);
  if (fact.kind === 'object') return fact.properties.flatMap((property) => on(property.value));
  if (fact.kind === 'spread' || fact.kind === 'cast') return on(fact.operand);
  const index = fact.kind === 'reference' && fact.binding >= 0 ? parameters.findIndex((parameter) => parameter.binding === fact.binding) : -1;
  const parameter = index < 0 ? undefined : file.facts.values[parameters[index]!.value];
  return index < 0 ? [] : [[index, parameter?.kind === 'parameter' && parameter.rest]];
}

/** Names of the arguments of a log call; of a wrapper's, the first three that it hands on. */
const ARGUMENTS = ['record', 'message', 'values'];

function callOfWrapper(value: ValueRef, { inner, handed, isForFaults }: Wrapper): RoleSite {
  const positions = [...handed].sort(([a], [b]) => a - b).slice(0, ARGUMENTS.length);
  const args = Object.fromEntries(positions.map(([position, rest], index) => [ARGUMENTS[index], [{ position, rest, properties: [] }]]));
  const attributes = isForFaults ? { ...inner.entry.attributes, level: 'debug', terminal: false } : inner.entry.attributes;
  return { ...inner, entry: { ...inner.entry, attributes, arguments: args }, value };
}
