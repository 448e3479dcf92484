/** Who sends the request data that reaches a site, as far as the routes on which it is read tell. */
import type { Origin, Program, RoleSite } from '../../contracts/program.js';
import { SINKS, type Sink } from '../../contracts/sinks.js';
import { routesThrough } from '../reach/routes-to.js';
import { guardOf } from './guards.js';

/** Kinds of request data that one fills in and sends; a link brings a query. */
const FILLED_IN = /^request\.(?:body|form|arguments)(?:\.|$)/;

/**
 * The sink that a rule names with `with:`.
 * @throws Error that names the word when it is none
 */
export function sinkOf(operand: unknown, word: string): Sink {
  const sink = SINKS.find((each) => each === operand);
  if (sink === undefined) throw new Error(`${word} takes a sink: ${SINKS.join(', ')}`);
  return sink;
}

/** The request data that reaches any argument of the site, each where it is read. */
export function requestDataReaching(role: RoleSite, sink: Sink, program: Program): Origin[] {
  const values = Object.keys(role.entry.arguments).flatMap((name) => program.argumentList(role, name));
  return values.flatMap((value) => program.trace(value, { sink }).origins.filter((origin) => origin.kind === 'request'));
}

/** Does somebody fill it in, field by field? */
export function isFilledIn({ detail }: Origin): boolean {
  return FILLED_IN.test(detail);
}

/** Is it filled in by users who are signed in: no link of a stranger brings it, and each route on which it is read turns away who is not known? */
export function isOfSignedInUsers(origin: Origin, program: Program): boolean {
  const routes = routesThrough(origin.value, program);
  return isFilledIn(origin) && routes.length > 0 && routes.every((route) => guardOf(route, program).truth === 'yes');
}
