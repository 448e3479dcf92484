/** Routes that are there in production. */
import type { FunctionRef, Program, Route, ValueRef } from '../contracts/program.js';
import { isRuledOutByStage } from './in-production.js';
import { callsIn } from './reach/reach.js';
import { guardOfStage } from './stages.js';
import type { Stage } from './stages.js';

const memo = new WeakMap<Route, boolean>();

/** @returns false for a route that is surely not there in production: it, or a router that it is mounted with, is registered for development or tests alone, or its handler refuses everybody else */
export function isServed(route: Route, program: Program): boolean {
  let served = memo.get(route);
  if (served === undefined) {
    const guards = [...program.guardsOf(route.value), ...(route.conditions ?? [])];
    memo.set(route, (served = !isRuledOutByStage(guards, program) && !refusesProduction(route.handler, program)));
  }
  return served;
}

/** A handler that leaves at once on the other stage: its first question, before anything is done, keeps what it does last to this one. */
export function guardOfHandler(handler: FunctionRef | null, wanted: Stage, program: Program): ValueRef | null {
  const calls = handler === null ? [] : callsOf(handler);
  const last = calls.at(-1);
  const guard = last === undefined ? null : guardOfStage(last, wanted, program);
  const isFirst = guard !== null && calls.every((call) => program.fact(call).start >= program.fact(guard).start);
  return isFirst ? guard : null;
}

/** What it does first is to ask for the stage, and in production it answers with an error. */
function refusesProduction(handler: FunctionRef | null, program: Program): boolean {
  const guard = guardOfHandler(handler, 'not-production', program);
  if (handler === null || guard === null) return false;
  const { end } = program.fact(guard);
  const inProduction = callsOf(handler).filter((call) => program.fact(call).start > end && guardOfStage(call, 'not-production', program) === null);
  return inProduction.every((call) => isRefusal(call));
}

/** Calls of errors: `notFound()`, `new NotFoundException()`. */
const REFUSES = /^(?:notFound|forbidden)$|(?:Error|Exception)$/;

/** The block of the call throws, names a status of errors (RFC 9110, sections 15.5 and 15.6), or calls for an error. */
function isRefusal({ file, id }: ValueRef): boolean {
  const { values, blocks } = file.facts;
  const block = blocks[file.blockAt(values[id]!.start)]!;
  if (block.exitKind === 'throw') return true;
  return values.some((fact) => {
    if (fact.start < block.start || fact.end > block.end) return false;
    if (fact.kind === 'literal') return typeof fact.value === 'number' && fact.value >= 400 && fact.value <= 599;
    return fact.kind === 'reference' && fact.name !== null && REFUSES.test(fact.name);
  });
}

function callsOf(handler: FunctionRef): ValueRef[] {
  return callsIn(handler).map((id) => ({ file: handler.file, id }));
}
