/** Which datastores and external services a service looks at before it says that it can serve: in its probes, or while it starts. */
import type { ValueFact, ValueId } from '../../contracts/facts.js';
import type { FunctionRef, LinkedFile, Program, RoleSite, Route, ValueRef } from '../../contracts/program.js';
import { packageOf } from '../names/api-package.js';
import { isBehindRoutes } from '../reach/behind-routes.js';
import { writtenName } from '../../contracts/written-name.js';
import type { Evaluation } from '../evaluation.js';
import { functionAround, keyOf, reachedFunctions } from '../reach/reach.js';
import { externalCalls } from '../services/external-service.js';
import { isHealthRoute } from './health-routes.js';

/** Calls deep, from the handler of a probe. */
const DEPTH = 4;
/** Methods that fail where the other side is not there. */
const CONNECTS = /^(?:\$?connect|authenticate|initialize|ping|waitForReady|waitUntilReady|checkConnection|testConnection|latest|runMigrations|applyMigrations|sync)$/;
/** Functions of migrators (`drizzle-orm/postgres-js/migrator`), which connect as well. */
const MIGRATES = /^migrate$/;
/** Statements that only ask whether somebody answers. */
const TRIAL = /^\s*(?:select\s+(?:1|now\(\)|version\(\)|true|'?ok'?)|show\s+(?:transaction_read_only|server_version|status|tables))\b/i;
/** Calls of unknown make that may look at a datastore. */
const MAY_LOOK = /db|data|store|mongo|redis|sql|pool|client|conn|prisma|knex|orm|cache|queue|broker|check|ping|health|ready|probe|status|indicator|service/i;
/** Words in names of packages that say nothing of what they are for. */
const GENERIC: ReadonlySet<string> = new Set(['client', 'adapter', 'driver', 'node', 'js', 'sdk', 'pool', 'promise', 'api', 'callback', 'core']);

/** Queues that reach Redis through another client, which they depend on (their package.json): bullmq 5, bull 4, bee-queue 1. */
const THROUGH: Readonly<Record<string, string>> = { bullmq: 'ioredis', bull: 'ioredis', 'bee-queue': 'redis' };

/** What is looked at, as packages whose API is used and keys of external services. */
export interface Looks {
  readonly packages: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  /** The first call that could not be followed and may look at something; null when all is known. */
  readonly open: string | null;
}

/** @returns null where no route tells how the package, or one that depends on it, is. */
export function probeLooks(evaluation: Evaluation): Looks | null {
  const { program } = evaluation;
  const routes = servingRoutes(evaluation).filter(isHealthRoute);
  if (routes.length === 0) return null;
  const handlers = routes.flatMap(({ handler }) => (handler === null ? [] : [handler]));
  const reached = reachedFunctions(program, handlers, DEPTH);
  const within = new Set(reached.map(keyOf));
  const uses = usesIn(reached, program);
  const services = new Set(externalCalls(evaluation).flatMap(({ value, service }) => (within.has(keyOf(functionAround(value))) ? [service.key] : [])));
  return { packages: uses.packages, services, open: routes.length > handlers.length ? 'what a probe runs' : uses.open };
}

/** Packages of which something is connected or tried in code that no route reaches. */
export function startLooks(evaluation: Evaluation): ReadonlySet<string> {
  const { program } = evaluation;
  const directories = servingDirectories(evaluation);
  const found = new Set<string>();
  for (const { value, packages } of connectingCalls(program)) {
    const isNear = evaluation.holds(value, 'wide') || (evaluation.isSource(value) && directories.has(value.file.package.directory));
    if (isNear && !isBehindRoutes(program, functionAround(value))) for (const name of packages) found.add(name);
  }
  return found;
}

/** Is the client of the same library as one of these packages? `@nestjs/typeorm` and `typeorm`, `pg-pool` and `pg` are. */
export function isAmong(client: RoleSite, packages: ReadonlySet<string>): boolean {
  const name = packageOf(client.path);
  const through = THROUGH[name];
  if (through !== undefined && packages.has(through)) return true;
  const own = namesOf(name);
  return [...packages].some((each) => {
    const other = namesOf(each);
    return own.words.some((word) => other.words.includes(word) || word === other.scope) || other.words.some((word) => word === own.scope);
  });
}

function servingRoutes(evaluation: Evaluation): Route[] {
  const directories = servingDirectories(evaluation);
  return evaluation.program.routes.filter(({ value }) => evaluation.isSource(value) && directories.has(value.file.package.directory));
}

/** The package, and those that list it as a dependency. */
function servingDirectories({ program, package: own }: Evaluation): ReadonlySet<string> {
  const dependants = program.packages.filter(({ dependencies }) => own.name !== null && dependencies.some(({ name }) => name === own.name));
  return new Set([own, ...dependants].map(({ directory }) => directory));
}

function usesIn(functions: readonly FunctionRef[], program: Program): { packages: Set<string>; open: string | null } {
  const packages = new Set<string>();
  let open: string | null = null;
  for (const [file, ids] of byFile(functions)) {
    file.facts.values.forEach((fact, id) => {
      const callee = calledBy(fact);
      if (callee === null && fact.kind !== 'member') return;
      if (!ids.has(file.functionAt(fact.start))) return;
      const paths = program.apiPaths({ file, id: callee ?? id });
      for (const path of paths) packages.add(packageOf(path));
      if (callee === null || program.callees({ file, id }).length > 0 || isKnown({ file, id }, paths, program)) return;
      const text = program.describe({ file, id: callee });
      if (MAY_LOOK.test(text)) open ??= text;
    });
  }
  return { packages, open };
}

/** What a call or a tagged template calls. */
function calledBy(fact: ValueFact): ValueId | null {
  if (fact.kind === 'template') return fact.tag < 0 ? null : fact.tag;
  return fact.kind === 'call' ? fact.callee : null;
}

/** A call that plays a role, or of the library of some datastore's client: `redis.ping()` looks at that and at nothing else. */
function isKnown(call: ValueRef, paths: readonly string[], program: Program): boolean {
  if (paths.length === 0) return false;
  return program.rolesAt(call).length > 0 || paths.every((path) => program.sitesOf('datastore.client.create').some((client) => packageOf(client.path) === packageOf(path)));
}

function byFile(functions: readonly FunctionRef[]): Map<LinkedFile, Set<number>> {
  const files = new Map<LinkedFile, Set<number>>();
  for (const { file, id } of functions) files.set(file, (files.get(file) ?? new Set<number>()).add(id));
  return files;
}

interface Connecting {
  readonly value: ValueRef;
  readonly packages: readonly string[];
}

const CONNECTING = new WeakMap<Program, readonly Connecting[]>();

function connectingCalls(program: Program): readonly Connecting[] {
  let found = CONNECTING.get(program);
  if (found === undefined) CONNECTING.set(program, (found = [...program.files.values()].flatMap((file) => file.facts.calls.flatMap((id) => connecting({ file, id }, program)))));
  return found;
}

function connecting(value: ValueRef, program: Program): Connecting[] {
  const fact = program.fact(value);
  const callee = fact.kind === 'call' ? program.fact({ file: value.file, id: fact.callee }) : null;
  if (fact.kind !== 'call' || callee === null) return [];
  const [first] = fact.args;
  const statement = first === undefined ? null : program.fact({ file: value.file, id: first });
  const isTrial = statement?.kind === 'literal' && typeof statement.value === 'string' && TRIAL.test(statement.value);
  const name = callee.kind === 'member' ? callee.name : callee.kind === 'reference' ? writtenName(callee) : null;
  const connects = name !== null && (callee.kind === 'member' ? CONNECTS : MIGRATES).test(name);
  if (!connects && !(isTrial && callee.kind === 'member')) return [];
  return [{ value, packages: program.apiPaths({ file: value.file, id: fact.callee }).map(packageOf) }];
}

function namesOf(name: string): { scope: string | null; words: string[] } {
  const [, scope = null, rest = name] = /^@([^/]+)\/(.+)$/.exec(name) ?? [];
  const words = rest.split(/[^a-z0-9]+/i).filter((word) => word !== '' && !GENERIC.has(word));
  return { scope, words: words.length === 0 && scope !== null ? [scope] : words };
}
