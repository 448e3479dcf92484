/** Whether a request waits for what a value does, on the way by which its function is reached. */
import type { Program, Route, ValueRef } from '../../contracts/program.js';
import { usesIn } from '../file-uses.js';
import { functionAround } from '../reach/reach.js';
import { HANDED_OUT, reachedByRoute } from '../reach/request-reach.js';
import type { RouteStep } from '../reach/request-reach.js';
import { isWaitedFor } from './waiting.js';

/** The route whose request waits for it, and the way there; null when none is seen to. */
export function requestWaitingFor(value: ValueRef, program: Program): { readonly route: Route; readonly steps: readonly RouteStep[] } | null {
  if (!isWaitedFor(value, program)) return null;
  const way = reachedByRoute(program, functionAround(value));
  if (way === null || HANDED_OUT.test(way.route.path)) return null;
  return way.steps.every((step) => isWaited(step, program)) ? way : null;
}

/** The call that runs the function is waited for, or what the function is handed to. */
function isWaited({ ref, by }: RouteStep, program: Program): boolean {
  if (by !== null) return isWaitedFor(by, program);
  const literal = usesIn(ref.file).valueOfFunction(ref.id);
  return literal < 0 || isWaitedFor({ file: ref.file, id: literal }, program);
}
