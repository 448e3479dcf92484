/** `server.*`: whether a package runs a server of its own, and what it answers beside its routes. */
import type { LinkedFile, Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, some, unknown, yes } from '../../answer.js';
import { guardOfStage } from '../../stages.js';
import type { Evaluation } from '../../evaluation.js';
import { keyOf, usesIn } from '../../file-uses.js';
import { importedFiles } from '../../reach/imported-files.js';
import { splitWords } from '../../names/name-words.js';
import type { Predicate } from '../index.js';

/** Programs that people run by hand, and what only developers run or build with, may open a port as well; `bin/www` and `bin/server.js` are what a deployment starts. */
export const NOT_SERVED = /(?:^|\/)(?:cli|bin(?!\/(?:www|serve|server|start|main|app|api|web|http|index)(?:\.\w+)?$)|commands?|install(?:er)?|setup|scripts?|seeds?|migrations?|migrate|(?:db|database|drizzle|prisma)\/(?:reset|clear|drop)|benchmarks?|examples?|samples?|demos?|dev(?:-?server)?|dev-?tools?|playgrounds?|templates?|mocks?|e2e|tests?|(?:esbuild|webpack|rollup|rolldown|tsup)\.config)(?:\/|\.\w+$)/;

/** `server.listens`: the package opens a port of its own choosing in production. A port that the system chooses is for the program itself. */
export const listens: Predicate = (_site, _operand, evaluation) => {
  const [first] = listenSites(evaluation);
  return first === undefined ? NO : yes({ reason: 'it listens', related: [{ location: evaluation.program.location(first.value), text: evaluation.program.describe(first.value) }] });
};

/** `server.unseen`: something that is called a server or an application begins to listen, in a package that makes an application and is not seen to start any. */
export const unseen: Predicate = ({ role }, _operand, evaluation) => answerOf(role !== null && unseenListenSites(evaluation).some(({ value }) => keyOf(value) === keyOf(role.value)));

/** Scripts of a package that start a program; while developing, a library is only compiled again and again. */
const STARTS = /^(?:start|serve|server|prod|production|preview)(?:$|[:_-])/;
const DEVELOPS = /^(?:dev|develop|debug|watch|run)(?:$|[:_-])/;
const COMPILES = /\b(?:tsc|tshy|tsup|tsdown|rollup|rolldown|unbuild|swc|babel|microbundle|pkgroll|vite build|esbuild)\b/;

/** `server.of-library`: it stands in a package of a workspace that others use and that nothing starts. */
export const ofLibrary: Predicate = ({ value }, _operand, { program }) => answerOf(value !== null && isLibrary(value.file, program));

function isLibrary({ package: { isWorkspaceRoot, directory, name, scripts } }: LinkedFile, { packages }: Program): boolean {
  if (isWorkspaceRoot || directory === '' || name === null) return false;
  if (Object.entries(scripts).some(([script, command]) => STARTS.test(script) || (DEVELOPS.test(script) && !COMPILES.test(command)))) return false;
  return packages.some(({ dependencies }) => dependencies.some((each) => each.name === name));
}

const TIMES_LARGER = 10;

/** `server.beside-larger`: another package of the repository answers ten times as many routes and more, and ten at least. */
export const besideLarger: Predicate = (_site, _operand, { package: own, program }) => {
  const counts = new Map<string, number>();
  for (const { value } of program.routes) counts.set(value.file.package.directory, (counts.get(value.file.package.directory) ?? 0) + 1);
  const mine = Math.max(counts.get(own.directory) ?? 0, 1);
  return answerOf([...counts].some(([directory, count]) => directory !== own.directory && count >= mine * TIMES_LARGER));
};

/** `server.for-itself`: it listens at a port that the system chooses, for the program alone. */
export const forItself: Predicate = ({ value }, _operand, { program }) => answerOf(value !== null && isAnyPort(value, program));

/** `server.loads`: a file that opens a port imports the site's, over others or not. What is rendered into pages is left out. */
export const loads: Predicate = (site, _operand, evaluation) =>
  answerOf(site.value !== null && !/\.[jt]sx$/.test(site.value.file.facts.path) && loadedFiles(evaluation).has(site.value.file));

/** Source files that a server loads for one route, at most, where its routes are seen. */
const FILES_FOR_A_ROUTE = 40;

/** `server.routes-unseen`: what it loads is far too much for the routes that were found: they are registered in a way that was not understood. */
export const routesUnseen: Predicate = (_site, _operand, evaluation) => {
  const routes = evaluation.program.routes.filter((route) => evaluation.holds(route.value, 'wide')).length;
  return answerOf(loadedFiles(evaluation).size > FILES_FOR_A_ROUTE * (routes + 1));
};

const PROBES = /^(?:health|healthcheck|healthz|liveness|readiness|probes?|installer)$/;
const MEASURES = /^(?:metrics|prometheus|maintenance)$/;

/** `server.not-served`: it stands in a program that people run by hand, such as an installer, or that only developers run. */
export const notServed: Predicate = ({ value }) => answerOf(value !== null && (NOT_SERVED.test(value.file.facts.path) || namesOf(value.file).some((word) => PROBES.test(word))));

/** `server.aside`: it stands in a file of a server beside the service: for probes, for what Prometheus reads, for a page while something else is done. */
export const aside: Predicate = ({ value }) => answerOf(value !== null && namesOf(value.file).some((word) => PROBES.test(word) || MEASURES.test(word)));

/** Words of the name of the file, or of the directory of which it is the index: `worker.health-server.ts`, `hooks/metrics/index.js`. */
function namesOf({ facts: { path } }: LinkedFile): string[] {
  const [name = '', directory = ''] = path.split('/').reverse();
  return splitWords(/^index\./.test(name) ? directory : name.replace(/\.\w+$/, ''));
}

/** `server.in-middleware`: it stands in a function that hands the request on by calling a parameter of its own (`next`), and that is not there for single routes only. */
export const inMiddleware: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const { file } = value;
  const { functions, bindings, values } = file.facts;
  const id = file.functionAt(values[value.id]!.start);
  const next = functions[id]!.parameters.find(({ name }) => name === 'next' || name === 'done');
  const handsOn = (bindings[next?.binding ?? -1]?.uses ?? []).some((use) => {
    const call = values[file.parentOf(use)];
    return call?.kind === 'call' && call.callee === use && call.args.length === 0;
  });
  const places = usesIn(file).bindingsOfFunction(id).flatMap((binding) => bindings[binding]!.uses).map((use) => file.parentOf(use)).filter((parent) => parent >= 0);
  const roles = new Set(places.flatMap((parent) => program.rolesAt({ file, id: parent }).map(({ role }) => role)));
  return answerOf(handsOn && (!roles.has('http.route') || roles.has('http.middleware.use')));
};

const LOADED = new WeakMap<Evaluation, ReadonlySet<LinkedFile>>();

function loadedFiles(evaluation: Evaluation): ReadonlySet<LinkedFile> {
  const known = LOADED.get(evaluation);
  if (known !== undefined) return known;
  const imports = importedFiles(evaluation.program);
  const loaded = new Set(listenSites(evaluation).map((site) => site.value.file));
  for (const file of loaded) for (const imported of imports.get(file) ?? []) loaded.add(imported);
  LOADED.set(evaluation, loaded);
  return loaded;
}

/** Calls by which the package begins to answer requests in production. */
export function listenSites(evaluation: Evaluation): RoleSite[] {
  const known = evaluation.roleSites(['http.server.listen'], 'own');
  return (known.length > 0 ? known : unseenListenSites(evaluation)).filter(({ value }) => isServed(value, evaluation));
}

function isServed({ file, id }: ValueRef, { program }: Evaluation): boolean {
  if (NOT_SERVED.test(file.facts.path) || isLibrary(file, program) || isForPhones(file) || guardOfStage({ file, id }, 'not-production', program) !== null) return false;
  return !isAnyPort({ file, id }, program);
}

/** An application for phones: what listens in its package is a proxy of its developers, unless a script starts Node. */
function isForPhones({ package: { dependencies, scripts } }: LinkedFile): boolean {
  if (!dependencies.some(({ name, kind }) => kind === 'runtime' && (name === 'expo' || name === 'react-native'))) return false;
  return !Object.entries(scripts).some(([script, command]) => STARTS.test(script) && /\b(?:node|nodemon|tsx|ts-node|bun|pm2)\b/.test(command));
}

function isAnyPort(value: ValueRef, program: Program): boolean {
  const fact = program.fact(value);
  return fact.kind === 'call' && fact.args.length > 0 && program.constants({ file: value.file, id: fact.args[0]! })?.includes(0) === true;
}

const SERVER_WORDS = new Set(['server', 'app', 'application', 'api', 'express', 'http', 'https']);

/** `server.listen(port)` where the server is what a container gave. */
function unseenListenSites(evaluation: Evaluation): RoleSite[] {
  if (evaluation.roleSites(['http.server.listen'], 'own').length > 0 || evaluation.roleSites(['http.app.create'], 'own').length === 0) return [];
  return evaluation.roleSites(['http.server.listen.unresolved'], 'own').filter(({ value: { file, id } }) => {
    const fact = file.facts.values[id];
    const callee = fact?.kind === 'call' && fact.args.length > 0 ? file.facts.values[fact.callee] : undefined;
    const receiver = callee?.kind === 'member' ? file.facts.values[callee.object] : undefined;
    return (receiver?.kind === 'reference' || receiver?.kind === 'member') && SERVER_WORDS.has(splitWords(receiver.name ?? '').at(-1) ?? '');
  });
}

/**
 * `server.answers-path`: requests are sorted by their path by hand, and a text that matches `with:` is one of those paths; or it is
 * the path of a middleware. Unknown when such a text only stands somewhere.
 */
export const answersPath: Predicate = (_site, operand, evaluation) => {
  if (typeof operand !== 'string') throw new Error('server.answers-path takes a regular expression');
  const expression = new RegExp(operand, 'iu');
  const files = [...evaluation.program.files.values()].filter((file) => evaluation.holds({ file, id: 0 }, 'wide'));
  return some(files.flatMap((file) => textsIn(file, expression).map((id) => answerAt(file, id, evaluation))));
};

function textsIn(file: LinkedFile, expression: RegExp): number[] {
  return file.valuesOfKind('literal').filter((id) => {
    const fact = file.facts.values[id]!;
    return fact.kind === 'literal' && typeof fact.value === 'string' && fact.value.startsWith('/') && expression.test(fact.value);
  });
}

const REGISTRATIONS = ['http.middleware.use', 'http.mount', 'http.plugin.register', 'http.route', 'http.router.create', 'http.controller'];

function answerAt(file: LinkedFile, id: number, { program }: Evaluation) {
  const related = [{ location: program.location({ file, id }), text: program.describe({ file, id }) }];
  const parent = file.parentOf(id);
  const fact = parent < 0 ? undefined : file.facts.values[parent];
  const isCase = file.facts.blocks.some((block) => block.cases.includes(id));
  const isRegistered = fact?.kind === 'call' && program.rolesAt({ file, id: parent }).some((site) => REGISTRATIONS.includes(site.role));
  const isCompared = fact?.kind === 'binary' || (fact?.kind === 'call' && isTextTest(file, fact.callee));
  if (isCase || isRegistered || isCompared) return yes({ reason: 'requests under such a path are answered', related, confidence: 'medium' });
  return unknown('what answers under a path that is named here', { related });
}

function isTextTest(file: LinkedFile, callee: number): boolean {
  const fact = file.facts.values[callee];
  return fact?.kind === 'member' && fact.name !== null && ['startsWith', 'endsWith', 'includes', 'match', 'test'].includes(fact.name);
}
