/**
 * `route.filled-in`, `with:` a sink: what reaches the site was filled in by users who are signed in, field by field: no link of a stranger
 * brings it, and each route on which it is read turns away who is not known.
 */
import type { Program, RoleSite } from '../../../contracts/program.js';
import { SINKS, type Sink } from '../../../contracts/sinks.js';
import { NO, yes } from '../../answer.js';
import { guardOf } from '../../authentication/guards.js';
import { routesThrough } from '../../reach/routes-to.js';
import type { Predicate } from '../index.js';

/** Kinds of request data that one fills in and sends; a link brings a query. */
const FILLED_IN = /^request\.(?:body|form|arguments)(?:\.|$)/;

/** Answers no where no request data is seen to reach the site, or no route is known on which it is read. */
export const filledIn: Predicate = ({ role }, operand, { program }) => {
  const sink = SINKS.find((each) => each === operand);
  if (sink === undefined) throw new Error(`route.filled-in takes a sink: ${SINKS.join(', ')}`);
  return role !== null && isFilledIn(role, sink, program) ? yes({ reason: 'signed-in users fill it in' }) : NO;
};

function isFilledIn(role: RoleSite, sink: Sink, program: Program): boolean {
  const values = Object.keys(role.entry.arguments).flatMap((name) => program.argumentList(role, name));
  const read = values.flatMap((value) => program.trace(value, { sink }).origins.filter((origin) => origin.kind === 'request'));
  return read.length > 0 && read.every(({ value, detail }) => {
    const routes = routesThrough(value, program);
    return FILLED_IN.test(detail) && routes.length > 0 && routes.every((route) => guardOf(route, program).truth === 'yes');
  });
}
