/** Who sends the request data that reaches a site, as far as the routes on which it is read tell. */
import type { Origin, Program, RoleSite, Route, ValueRef } from '../../contracts/program.js';
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
  const origins = values.flatMap((value) => program.trace(value, { sink }).origins.filter((origin) => origin.kind === 'request'));
  return origins.flatMap((origin) => handedIn(origin.value, program, 0).map((value) => ({ ...origin, value })));
}

const MAX_DEPTH = 4;

/**
 * Where a parameter is what a caller hands in as a whole (`notify(input)`), the places at which callers read it. Others may call the
 * function with what is stored, by routes that say nothing about who filled it in.
 */
function handedIn(value: ValueRef, program: Program, depth: number): ValueRef[] {
  const parameter = depth < MAX_DEPTH ? parameterBehind(value) : null;
  if (parameter === null) return [value];
  const given = program.callersOf({ file: value.file, id: parameter.function }).flatMap((call) => {
    const fact = program.fact(call);
    const argument = fact.kind === 'call' ? fact.args[parameter.index] : undefined;
    return argument === undefined ? [] : [{ file: call.file, id: argument }];
  });
  const read = given.filter((argument) => program.rolesAt(argument).some(({ role }) => role.startsWith('request.')));
  return read.length === 0 ? [value] : read.flatMap((argument) => handedIn(argument, program, depth + 1));
}

/** The parameter that a name stands for, when nothing else was assigned to it. */
function parameterBehind({ file, id }: ValueRef): { function: number; index: number } | null {
  const fact = file.facts.values[id];
  const writes = fact?.kind === 'reference' ? (file.facts.bindings[fact.binding]?.writes ?? []) : [];
  const held = fact?.kind === 'parameter' ? fact : writes.length === 1 ? file.facts.values[writes[0]!.value] : undefined;
  return held?.kind === 'parameter' && !held.rest ? { function: held.function, index: held.index } : null;
}

/** Does somebody fill it in, field by field? */
export function isFilledIn({ detail }: Origin): boolean {
  return FILLED_IN.test(detail);
}

/**
 * Is it filled in by users who are signed in: no link of a stranger brings it, and each route on which it is read turns away who is not known?
 *
 * @param mayBeOpen a route counts of which it cannot be told, too
 */
export function isOfSignedInUsers(origin: Origin, program: Program, mayBeOpen = false): boolean {
  const routes = handedIn(origin.value, program, 0).flatMap((value) => routesThrough(value, program));
  const counts = (route: Route) => {
    const { truth } = guardOf(route, program);
    return truth === 'yes' || (mayBeOpen && truth === 'unknown');
  };
  return isFilledIn(origin) && routes.length > 0 && routes.every(counts);
}
