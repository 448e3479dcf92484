/** `log.terminal`, `log.aside`, `log.in-request`, `log.in-job`, `log.in-pages`: what a program writes to its terminal, and when. */
import type { FunctionRef, Guard, LinkedFile, Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO } from '../../answer.js';
import { isBehindRoutes } from '../../reach/behind-routes.js';
import { entryPoints } from '../../entry-points.js';
import type { Evaluation } from '../../evaluation.js';
import { guardOfStage } from '../../stages.js';
import { functionAround, functionsAt, keyOf, reachedFunctions } from '../../reach/reach.js';
import type { Site } from '../../site.js';
import type { Predicate } from '../index.js';

/** `log.terminal`: the call itself writes to the terminal; a call of a function that does so is not meant, nor of a logger for which the terminal only stands in. */
export const terminal: Predicate = ({ value, role }, _operand, { program }) => {
  if (value === null || role === null || !isTerminal(role)) return NO;
  return answerOf(program.rolesAt(value).some(isTerminal) && !isStandIn(role, program));
};

function isTerminal({ role, entry }: RoleSite): boolean {
  return role === 'log.write' && entry.attributes['terminal'] === true;
}

/** `{ logger = console }`, `logger: Console`: what is called may as well be what callers give instead. False for a call of a function that calls it. */
export function isStandIn({ value, path }: RoleSite, program: Program): boolean {
  const fact = program.fact(value);
  if (fact.kind !== 'call' || !program.rolesAt(value).some(isTerminal)) return false;
  return program.resolve({ file: value.file, id: fact.callee }).some((entity) => entity.kind !== 'api' || entity.path !== path);
}

/** `log.aside`: nobody would have it go through a logger: where the logger is made, what is said at start-up, before the process ends, or only when somebody looks for a fault. */
export const aside: Predicate = (site, _operand, evaluation) => answerOf(isAside(site, evaluation));

/** Files that read the configuration, before there is a logger that it sets up. */
const SETTINGS_FILE = /(?:^|[/.-])(?:env|environment|config|configuration|secrets?)(?:[/.-]|$)/i;
/** A module of logging. */
export const LOGGING_MODULE = /(?:^|\/)(?:[\w-]*log(?:ger|gers|ging|s)?)(?:\/|\.\w+$|\/index\.\w+$)/i;
/** What a server says of itself when it starts or ends, and to those who program against it. */
const ANNOUNCES = /\b(?:listening|running|started|starting|ready|shutting|stopped|closing|connected|deprecat\w*)\b|https?:\/\/localhost/i;
const FAULT_FINDING = /debug|verbose|trace/i;
const FINDS_FAULTS = /^(?:debug|trace|verbose)(?=[A-Z_]|$)|^profile$|Debug$/;
/** What is called so writes the log of a program, or one line of it. */
const LOGGER = /^(?:log|logger)$|[a-z]Logger$|^Log(?:ger|ging)?(?:Helper|Service|Manager|Utils?)$/;

export function isAside(site: Site, evaluation: Evaluation): boolean {
  const { value } = site;
  if (value === null) return false;
  const { program } = evaluation;
  const { path } = value.file.facts;
  if (site.role?.entry.attributes['structured'] !== 'line') return false;
  if (site.role.entry.attributes['stream'] === true || LOGGING_MODULE.test(path) || makesLogger(value, program) || isOfLogger(value)) return true;
  if (guardOfStage(value, 'not-production', program) !== null || program.guardsOf(value).some((guard) => asksForFaults(guard.condition, program) || isWithoutLogger(guard, program))) return true;
  return endsProcess(value, program) || (!isInRequest(value, program) && (announces(site, program) || (SETTINGS_FILE.test(path) && program.environment.isConfigurationModule(value.file))));
}

/** It stands in a method of a logger, or in a function that finds faults: `class Logger`, `function debugLog()`. */
export function isOfLogger(value: ValueRef): boolean {
  const { functions, classes } = value.file.facts;
  const { id } = functionAround(value);
  const { name, class: owner } = functions[id]!;
  // What a method called `log` keeps may be an audit trail.
  return LOGGER.test(owner >= 0 ? classes[owner]!.name : name) || FINDS_FAULTS.test(name);
}

/** `if (logger) … else …`: nobody gave one. */
function isWithoutLogger({ condition, holds }: Guard, program: Program): boolean {
  const fact = program.fact(condition);
  if (fact.kind === 'unary' && fact.operator === '!') return isWithoutLogger({ condition: { file: condition.file, id: fact.operand }, holds: !holds, cases: [] }, program);
  return !holds && (fact.kind === 'reference' || fact.kind === 'member') && fact.name !== null && LOGGER.test(fact.name);
}

/** `if (debug)`, `config.level === Level.debug`. */
function asksForFaults({ file, id }: ValueRef, program: Program): boolean {
  const fact = file.facts.values[id]!;
  if (fact.kind === 'binary') return asksForFaults({ file, id: fact.left }, program) || asksForFaults({ file, id: fact.right }, program);
  return FAULT_FINDING.test(program.describe({ file, id }));
}

function makesLogger({ file }: ValueRef, program: Program): boolean {
  return loggerMakers(program).has(file) && !servingFiles(program).has(file);
}

/** Files in which a logger is made; Fastify's is made with the server. */
export function loggerMakers(program: Program): ReadonlySet<LinkedFile> {
  let files = MAKERS.get(program);
  if (files === undefined) MAKERS.set(program, (files = new Set(program.sitesOf('log.create').filter(({ entry }) => entry.package !== 'fastify').map((site) => site.value.file))));
  return files;
}

function servingFiles(program: Program): ReadonlySet<LinkedFile> {
  let files = SERVING.get(program);
  if (files === undefined) SERVING.set(program, (files = new Set([...entryPoints(program), ...program.sitesOf('http.server.listen')].map((each) => each.value.file))));
  return files;
}

const SERVING = new WeakMap<Program, ReadonlySet<LinkedFile>>();
const MAKERS = new WeakMap<Program, ReadonlySet<LinkedFile>>();

function announces(site: Site, program: Program): boolean {
  const fact = program.fact(site.value!);
  if (fact.kind !== 'call') return false;
  // An empty line sets what follows apart.
  const texts = fact.args.flatMap((id) => textsIn(site.value!.file, id, 0));
  if (fact.args.length === texts.length && texts.every((text) => text.trim() === '')) return true;
  return texts.some((text) => ANNOUNCES.test(text));
}

function textsIn(file: ValueRef['file'], id: number, depth: number): string[] {
  const fact = file.facts.values[id];
  if (fact === undefined || depth > 3) return [];
  if (fact.kind === 'literal') return typeof fact.value === 'string' ? [fact.value] : [];
  if (fact.kind === 'call') return fact.args.flatMap((each) => textsIn(file, each, depth + 1));
  if (fact.kind !== 'template' && fact.kind !== 'concat') return [];
  return [...(fact.kind === 'template' ? fact.texts : []), ...fact.parts.flatMap((part) => textsIn(file, part, depth + 1))];
}

/** Statements between the last words and the end. */
const NEAR = 200;

/** Does the process end right after it, in the same block? */
function endsProcess({ file, id }: ValueRef, program: Program): boolean {
  const { start, end } = file.facts.values[id]!;
  return file.facts.calls.some((call) => {
    const fact = file.facts.values[call]!;
    return fact.kind === 'call' && fact.start > end && fact.start < end + NEAR && file.blockAt(fact.start) === file.blockAt(start) && /^process\.(?:exit|abort)$/.test(program.describe({ file, id: fact.callee }));
  });
}

/** `log.in-request`: it is written while a request is answered. */
export const inRequest: Predicate = (site, _operand, { program }) => (site.value === null ? NO : answerOf(isInRequest(site.value, program), { reason: 'a handler reaches it' }));

/** How deep below a handler. */
const DEPTH = 4;

function isInRequest(value: ValueRef, program: Program): boolean {
  return isBehindRoutes(program, functionAround(value), DEPTH);
}

const OF_JOBS = new WeakMap<Program, ReadonlySet<string>>();

/** `log.in-job`: it is written while a job or a message of a queue is worked on. */
export const inJob: Predicate = (site, _operand, { program }) => {
  if (site.value === null) return NO;
  let keys = OF_JOBS.get(program);
  if (keys === undefined) OF_JOBS.set(program, (keys = new Set(reachedFunctions(program, program.sitesOf('job.worker').flatMap((worker) => consumersOf(worker, program)), DEPTH).map(keyOf))));
  return answerOf(keys.has(keyOf(functionAround(site.value))), { reason: 'a consumer of a queue reaches it' });
};

/** `new Worker('mails', async (job) => …)`, `consumer.run({ eachMessage: async ({ message }) => … })` */
function consumersOf({ value: { file, id } }: RoleSite, program: Program): FunctionRef[] {
  const fact = file.facts.values[id]!;
  if (fact.kind !== 'call') return [];
  const given = fact.args.flatMap((argument) => {
    const each = file.facts.values[argument]!;
    return each.kind === 'object' ? each.properties.map((property) => property.value) : [argument];
  });
  return given.flatMap((each) => functionsAt({ file, id: each }, program));
}

/** `log.in-pages`: browsers run it as well, where there is no logger of the server. */
export const inPages: Predicate = (site, _operand, { program }) => (site.value === null ? NO : answerOf(program.shared.has(site.value.file), { reason: 'pages bring its file in' }));
