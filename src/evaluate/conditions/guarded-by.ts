/** `guarded-by`: the site runs only in production, or only outside it. */
import { append } from '../../contracts/multimap.js';
import type { FunctionRef, Program, Route, ValueRef } from '../../contracts/program.js';
import { NO, yes } from '../answer.js';
import type { ConditionWord } from '../compiler.js';
import { keyOf } from '../reach/reach.js';
import { guardOfHandler, isServed } from '../served-routes.js';
import { guardOfStage } from '../stages.js';
import type { Stage } from '../stages.js';
import { otherProfileOf } from './profiles.js';

export const guardedBy: ConditionWord<'guarded-by'> = (wanted) => (site, { program }) => {
  const guard = site.value === null ? null : (guardOfStage(site.value, wanted, program) ?? guardOfHandler(site.route?.handler ?? null, wanted, program) ?? guardOfUses(site.value, wanted, program) ?? guardOfCallers(site.value, wanted, program));
  const profile = guard !== null || site.value === null || wanted === 'production' ? null : otherProfileOf(site.value, program);
  if (profile !== null) return yes({ reason: 'it belongs to the settings of another stage', related: [{ location: program.location(profile), text: 'its stage' }] });
  if (guard === null) return NO;
  return yes({ reason: wanted === 'production' ? 'it runs only in production' : 'it does not run in production', related: [{ location: program.location(guard), text: 'the condition' }] });
};

const MAXIMUM_NESTING = 8;

/** `const options = { … }` that is taken on this stage alone, in this file: the place of the first use. */
function guardOfUses({ file, id }: ValueRef, wanted: Stage, program: Program): ValueRef | null {
  const { values, bindings, exports } = file.facts;
  let outer = id;
  for (let depth = 0; depth < MAXIMUM_NESTING && values[outer]?.kind !== 'function'; depth += 1) {
    const held = values[outer]?.kind === 'object' ? bindings.findIndex(({ kind, writes }) => kind === 'const' && writes.length === 1 && writes[0]!.value === outer) : -1;
    if (held >= 0) {
      const { uses } = bindings[held]!;
      const guards = exports.some(({ binding }) => binding === held) ? [null] : uses.map((use) => guardOfStage({ file, id: use }, wanted, program));
      return guards.includes(null) ? null : (guards[0] ?? null);
    }
    outer = file.parentOf(outer);
    if (outer < 0) return null;
  }
  return null;
}

const MAXIMUM_CALLERS = 8;
const MAXIMUM_CALLS = 4;

/** What is called outside production alone, by code or by routes that are there outside it: the place of the first call. */
function guardOfCallers(value: ValueRef, wanted: Stage, program: Program): ValueRef | null {
  const id = value.file.functionAt(program.fact(value).start);
  return wanted === 'production' || id === 0 ? null : callOutsideProduction({ file: value.file, id }, program, 0);
}

function callOutsideProduction(ref: FunctionRef, program: Program, calls: number): ValueRef | null {
  const routes = routesByHandler(program).get(keyOf(ref)) ?? [];
  const callers = calls > MAXIMUM_CALLS ? [] : program.callersOf(ref);
  if (callers.length > MAXIMUM_CALLERS || routes.some((route) => isServed(route, program))) return null;
  const places = callers.map((caller) => {
    const around = caller.file.functionAt(program.fact(caller).start);
    return guardOfStage(caller, 'not-production', program) ?? (around === 0 ? null : callOutsideProduction({ file: caller.file, id: around }, program, calls + 1));
  });
  return places.includes(null) ? null : (places[0] ?? routes[0]?.value ?? null);
}

function routesByHandler(program: Program): ReadonlyMap<string, readonly Route[]> {
  let known = HANDLED.get(program);
  if (known === undefined) {
    const found = new Map<string, Route[]>();
    for (const route of [...program.routes, ...program.operations.all]) if (route.handler !== null) append(found, keyOf(route.handler), route);
    HANDLED.set(program, (known = found));
  }
  return known;
}

const HANDLED = new WeakMap<Program, ReadonlyMap<string, readonly Route[]>>();
