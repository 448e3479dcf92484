/**
 * Whether a client gets at the query: a missing filter is a gap where a request chooses the row, or leads to a query that chooses
 * none. Anything else was chosen by the program, and who looked at it before cannot be told.
 */
import type { Origin } from '../../contracts/program.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { answersRequest, authorisationBefore, enclosingFunctions } from './authorization.js';
import type { FoundQuery } from './found-query.js';
import { namesContext } from './names.js';
import type { Control } from './scope.js';

const MAXIMUM_LEVELS = 4;
const MAXIMUM_CALLERS = 12;
/** Steps between the request and the filter that a reader would follow. */
const SHORT_WAY = 12;

export function requestReach(link: Linking, query: FoundQuery, words: ReadonlySet<string>): Control | null {
  const values = query.values.filter((value) => isOwnField(value) || link.constants(value) === null);
  const isChosen = values.some((value) => !isOwnField(value) && link.trace(value, { sink: 'origin' }).origins.some(isClients));
  const choosesNone = query.comparisons.length === 0 && !values.some(isOwnField) && isInHandler(link, indexed(query.value));
  if (!isChosen && values.length > 0 && !choosesNone) {
    return unknown('whether a client chooses what the filter compares with: no request is seen to reach it');
  }
  if (values.length === 0 && !isReachedByRequest(link, indexed(query.value), 0)) return unknown('whether a request leads to this query');
  const authorisation = authorisationBefore(link, query.value, query.operation !== 'read', words);
  return authorisation === null ? null : unknown(`whether ${authorisation}, which stands on the way to it, lets only rows of the caller's tenant through`);
}

function unknown(reason: string): Control {
  return { filtered: 'unknown', reason, evidence: [] };
}

/** From a request, also where only the name of a parameter says so. */
function isClients(origin: Origin): boolean {
  const isRequest = origin.kind === 'request' || (origin.kind === 'parameter' && /^req(?:uest)?$/.test(origin.detail));
  return isRequest && origin.steps.length <= SHORT_WAY;
}

/** `this.parentId`: what the object was made with, by whomever. */
function isOwnField(value: FileValue): boolean {
  const fact = factOf(value);
  return fact.kind === 'member' && factOf(sibling(value, fact.object)).kind === 'this';
}

/** Does a request handler call what holds the place, some calls deep at most? */
export function isReachedByRequest(link: Linking, place: FileValue, level: number): boolean {
  if (isInHandler(link, place)) return true;
  const { file } = place;
  const [innermost] = enclosingFunctions(file, factOf(place).start);
  if (innermost === undefined || level >= MAXIMUM_LEVELS) return false;
  return link.callersOf({ file, id: innermost }).slice(0, MAXIMUM_CALLERS).some((caller) => isReachedByRequest(link, indexed(caller), level + 1));
}

function isInHandler(link: Linking, place: FileValue): boolean {
  const { file } = place;
  return enclosingFunctions(file, factOf(place).start).some((id) => answersRequest(link, { file, id }) || isGivenRequest(link, file, id));
}

/** By the name of a parameter (`req`, `ctx`), a decorator on one, or the framework that finds the function by where it stands. */
function isGivenRequest(link: Linking, file: IndexedFile, id: number): boolean {
  if (link.handlers.runs(file, id)) return true;
  return (file.facts.functions[id]?.parameters ?? []).some(({ decorators, name }) => decorators.length > 0 || namesContext(name));
}
