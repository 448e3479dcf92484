/** Routes that are there in production. */
import type { Program, Route } from '../contracts/program.js';
import { isRuledOutByStage } from './in-production.js';

const memo = new WeakMap<Route, boolean>();

/** @returns false for a route that is surely not there in production: it, or a router that it is mounted with, is registered for development or tests alone */
export function isServed(route: Route, program: Program): boolean {
  let served = memo.get(route);
  if (served === undefined) {
    const guards = [...program.guardsOf(route.value), ...(route.conditions ?? [])];
    memo.set(route, (served = !isRuledOutByStage(guards, program)));
  }
  return served;
}
