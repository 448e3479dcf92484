/** Which functions run for a request: those that the handler of some route reaches, and on which way. */
import type { RelatedLocation } from '../../contracts/audit.js';
import type { FunctionRef, Program, Route, ValueRef } from '../../contracts/program.js';
import { entryPoints } from '../entry-points.js';
import { isServed } from '../served-routes.js';
import { directlyReached, functionsOfEntity, keyOf } from './reach.js';

/** Calls deep; written-inside steps do not count. */
const MAXIMUM_CALLS = 6;

/** Paths by which schedulers and queues hand out work: nobody waits for their answers. `/tasks` and `/tasks/:id` are somebody's to-do list. */
export const HANDED_OUT = /\/(?:cron|crons|cronjobs?|queues?|workers?|workflows?|inngest|qstash|scheduled?|scheduler)(?:\/|$)|\/(?:jobs?|tasks?)\/(?![:*{])[\w-]/i;

interface Reached {
  ref: FunctionRef;
  route: Route;
  /** The call by which it runs, or null: it is the handler, or written inside the one before. */
  by: ValueRef | null;
  before: Reached | null;
  calls: number;
}

const memo = new WeakMap<Program, ReadonlyMap<string, Reached>>();

/** A function on the way from a handler. */
export interface RouteStep {
  readonly ref: FunctionRef;
  /** The call by which it runs, or null: it is written inside the one before. */
  readonly by: ValueRef | null;
}

/** A shortest way from a route to the function, without the handler itself; null when no handler is seen to reach it. */
export function reachedByRoute(program: Program, ref: FunctionRef): { readonly route: Route; readonly steps: readonly RouteStep[] } | null {
  // All routes are walked once for a program, nearest functions first.
  let at: Reached | null | undefined = reachedFrom(program).get(keyOf(ref));
  if (at === undefined) return null;
  const { route } = at;
  const steps: RouteStep[] = [];
  for (; at !== null && at.before !== null; at = at.before) steps.unshift({ ref: at.ref, by: at.by });
  return { route, steps };
}

/** The way from a route to the function: the route first, then the calls. Null when no handler is seen to reach it. */
export function wayFromRoute(program: Program, ref: FunctionRef): RelatedLocation[] | null {
  const found = reachedByRoute(program, ref);
  if (found === null) return null;
  const { route, steps } = found;
  const calls = steps.flatMap(({ by }): RelatedLocation[] => (by === null ? [] : [{ location: program.location(by), text: `calls ${program.describe(by)}` }]));
  return [{ location: program.location(route.value), text: `handler of ${route.method} ${route.path}`.trim() }, ...calls];
}

/** The route whose handler reaches the function on a shortest way, or null. */
export function routeReaching(program: Program, ref: FunctionRef): Route | null {
  return reachedFrom(program).get(keyOf(ref))?.route ?? null;
}

const middlewareMemo = new WeakMap<Program, ReadonlyMap<string, Reached>>();

/** The same for what runs before handlers: the route first, then the calls. Null when no middleware, hook or guard of a route is seen to reach it. */
export function wayFromMiddleware(program: Program, ref: FunctionRef): RelatedLocation[] | null {
  let known = middlewareMemo.get(program);
  if (known === undefined) middlewareMemo.set(program, (known = walk(program, middlewareOf)));
  const found = known.get(keyOf(ref));
  return found === undefined ? null : [{ location: program.location(found.route.value), text: `runs before ${found.route.method} ${found.route.path}`.trim() }];
}

function handlerOf({ handler }: Route): FunctionRef[] {
  return handler === null ? [] : [handler];
}

function middlewareOf({ chain }: Route, program: Program): FunctionRef[] {
  return chain.filter(({ kind }) => kind === 'middleware' || kind === 'hook' || kind === 'guard').flatMap(({ entities }) => entities.flatMap((entity) => functionsOfEntity(program, entity)));
}

function reachedFrom(program: Program): ReadonlyMap<string, Reached> {
  const known = memo.get(program) ?? walk(program, handlerOf);
  memo.set(program, known);
  return known;
}

function walk(program: Program, startsOf: (route: Route, program: Program) => FunctionRef[]): ReadonlyMap<string, Reached> {
  const reached = new Map<string, Reached>();
  const queue: Reached[] = [];
  const add = (found: Reached): void => {
    const key = keyOf(found.ref);
    if (found.calls > MAXIMUM_CALLS || reached.has(key)) return;
    reached.set(key, found);
    queue.push(found);
  };
  for (const route of entryPoints(program)) {
    if (isServed(route, program)) for (const ref of startsOf(route, program)) add({ ref, route, by: null, before: null, calls: 0 });
  }
  for (let next = 0; next < queue.length; next += 1) {
    const before = queue[next]!;
    for (const { ref, by } of directlyReached(program, before.ref)) add({ ref, route: before.route, by, before, calls: before.calls + (by === null ? 0 : 1) });
  }
  return reached;
}
