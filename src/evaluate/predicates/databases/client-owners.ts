/** `connections.of-*`: clients for which no request waits, or few: of scripts, of workers, of what passes messages on between servers, of probes and of migrations. */
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO } from '../../answer.js';
import { sameValue, usesIn } from '../../file-uses.js';
import { isHealthRoute, tellsState } from '../../health/health-routes.js';
import { wayFromRoute } from '../../reach/request-reach.js';
import { routesThrough } from '../../reach/routes-to.js';
import type { Predicate } from '../index.js';
import { CLOSES, holdersOf, isClosed } from './connections.js';

/** Does a module that answers nobody and waits for nothing make it for itself, and close it or end the process: what somebody runs by hand? */
export const ofScript: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const { file } = value;
  const around = file.functionAt(program.fact(value).start);
  const isImported = program.importersOf(file).length > 0 || Object.values(file.package.entryPoints).includes(file.facts.path);
  if (isImported || staysUp(file, program) || (around !== 0 && wayFromRoute(program, { file, id: around }) !== null)) return NO;
  const isOwn = file.facts.exports.length === 0 && usesIn(file).writtenTo(value.id).length === 0;
  const bindings = holdersOf(value, program).flatMap((id) => usesIn(file).bindingsOf(id)).map((id) => file.facts.bindings[id]!);
  if (bindings.some(({ uses }) => uses.some((use) => isClosed(file, use)))) return answerOf(around === 0);
  return answerOf(isOwn && comesToAnEnd(value, program));
};

/** What a module does that does not come to an end by itself. */
const STAYS_UP = ['http.server.listen', 'http.app.create', 'job.worker', 'schedule.run', 'process.event'];

function staysUp(file: LinkedFile, program: Program): boolean {
  return program.routes.some((route) => route.value.file === file) || STAYS_UP.some((role) => program.sitesOf(role).some((site) => site.value.file === file));
}

/** `process.exit()` without a failure's code, or `mongoose.disconnect()` of what `mongoose.connect()` opened. */
function comesToAnEnd({ file, id }: ValueRef, program: Program): boolean {
  const made = file.facts.values[id]!;
  const opener = made.kind === 'call' ? file.facts.values[made.callee]! : undefined;
  const library = opener?.kind === 'member' ? program.describe({ file, id: opener.object }) : '';
  return file.facts.calls.some((call) => {
    const fact = file.facts.values[call]!;
    const callee = fact.kind === 'call' ? file.facts.values[fact.callee]! : undefined;
    if (fact.kind !== 'call' || callee?.kind !== 'member' || callee.name === null) return false;
    const object = program.describe({ file, id: callee.object });
    const code = fact.args[0] === undefined ? undefined : file.facts.values[fact.args[0]]!;
    if (object === 'process') return callee.name === 'exit' && (code === undefined || (code.kind === 'literal' && code.value === 0));
    return library !== '' && object === library && CLOSES.test(callee.name);
  });
}

/** Does a worker wait on it for jobs, for as long as there are none, or is it a queue into which only the worker beside it puts jobs? */
export const ofWorker: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const workers = program.sitesOf('job.worker');
  const waits = workers.flatMap((site) => program.argumentList(site, 'connection'));
  if (waits.some((connection) => program.sourcesOf(connection).some((source) => sameValue(source, value)))) return answerOf(true);
  const { file } = value;
  const around = file.functionAt(program.fact(value).start);
  const isBeside = around !== 0 && workers.some((site) => site.value.file === file && file.functionAt(program.fact(site.value).start) === around);
  return answerOf(isBeside && isKeptHere(value, around, program) && wayFromRoute(program, { file, id: around }) === null);
};

/** Nothing but the function that makes it has it in hand. */
function isKeptHere(value: ValueRef, around: number, program: Program): boolean {
  const { file } = value;
  const uses = usesIn(file);
  const holders = holdersOf(value, program);
  const bindings = holders.flatMap((id) => uses.bindingsOf(id)).map((id) => file.facts.bindings[id]!);
  const given = bindings.flatMap((binding) => binding.uses.flatMap((use) => holdersOf({ file, id: use }, program)));
  return bindings.length > 0 && bindings.every((binding) => binding.function === around) && [...holders, ...given].every((id) => uses.returnedBy(id).length === 0 && uses.writtenTo(id).length === 0);
}

/** Does it pass messages on between servers (adapters of sockets, publishers of subscriptions)? Nobody waits for what it sends, and it waits itself for what comes. */
export const ofRelay: Predicate = ({ value }, _operand, { program }) => {
  const relayed = program.sitesOf('datastore.relay').flatMap((site) => ['publisher', 'subscriber'].flatMap((name) => program.argumentList(site, name)));
  return answerOf(value !== null && relayed.some((client) => program.sourcesOf(client).some((source) => sameValue(source, value))));
};

/** Do only probes and pages of operators ask for it, a few times a minute, to see whether a new connection comes about, or how a part of the service is? */
export const ofProbe: Predicate = ({ value }, _operand, { program }) => {
  const routes = value === null ? [] : routesThrough(value, program);
  return answerOf(routes.length > 0 && routes.every((route) => isHealthRoute(route) || tellsState(route)));
};

const MIGRATES = /(?:^|\/)migrat(?:e|ions?|or)(?:\/|\.[cm]?[jt]s$)/;

/** Is it made by what migrates, for itself alone, and closed in its file? A shared one would put its limits on statements that take hours. */
export const ofMigration: Predicate = ({ value }) => {
  if (value === null || !MIGRATES.test(value.file.facts.path)) return NO;
  const { file } = value;
  return answerOf(
    file.valuesOfKind('member').some((id) => {
      const fact = file.facts.values[id]!;
      return fact.kind === 'member' && CLOSES.test(fact.name ?? '');
    }),
  );
};
