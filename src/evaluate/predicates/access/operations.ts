/** `operations.*`: what an address that answers many operations leaves to each of them. */
import type { Program, Route } from '../../../contracts/program.js';
import { answerOf } from '../../answer.js';
import { isLimited } from './rate-limit.js';
import type { Predicate } from '../index.js';

/** `operations.behind`: what the route answers is listed as operations, each of which may ask for itself. */
export const behind: Predicate = ({ route }, _operand, { program }) => answerOf(route !== null && program.operations.behind(route).length > 0);

/** `operations.limited`: the operations behind the route, or those that this one belongs to, limit requests by themselves for the most part. One limit is for all of them otherwise. */
export const limited: Predicate = ({ route }, _operand, { program }) => answerOf(route !== null && limitedOnes(program).has(route));

const memo = new WeakMap<Program, ReadonlySet<Route>>();

/** Operations of which most bring a limiter of their own, with the routes that lead to them. */
function limitedOnes(program: Program): ReadonlySet<Route> {
  let known = memo.get(program);
  if (known === undefined) memo.set(program, (known = findLimited(program)));
  return known;
}

function findLimited(program: Program): ReadonlySet<Route> {
  const found = new Set<Route>();
  for (const route of program.routes) {
    const operations = program.operations.behind(route);
    if (operations.length === 0 || isLimited({ ...route, handler: null }, program)) continue;
    const own = operations.filter((each) => isLimited({ ...each, handler: null }, program));
    if (own.length * 2 >= operations.length) for (const each of [route, ...operations]) found.add(each);
  }
  return found;
}
