/** Whether a guard knows its callers by a cookie, which browsers send along with the requests that other sites make. */
import type { ChainLink, FunctionRef, LinkedFile, Program, Route, ValueRef } from '../../contracts/program.js';
import type { ValueId } from '../../contracts/facts.js';
import { calledName, writtenName } from '../../contracts/written-name.js';
import { signsOf } from './function-signs.js';
import { functionsAt } from '../reach/reach.js';
import { functionsRunBy, guardsInForce } from './guards.js';
import type { GuardInForce } from './guards.js';
import { usesIn } from './reach.js';
import type { Reached } from './reach.js';
import { isIdentityHeader } from './words.js';

export interface CookieCredential {
  /** A session that a library keeps under a cookie of its own, or a cookie that the code reads. */
  readonly carrier: 'session' | 'cookie';
  /** The cookie's name, where it is written. */
  readonly name: string | null;
  /** Where it is read. */
  readonly at: ValueRef;
}

type Read = CookieCredential | { readonly carrier: 'header' };

/** Calls deep from what is a guard: what lies deeper mostly uses the session for something else. */
const GUARD_DEPTH = 1;
const EARLIER_DEPTH = 2;

const memo = new WeakMap<Route, { readonly found: CookieCredential | null }>();

/**
 * The cookie by which callers of a guarded route are known, or null: they send a header, or it could not be told.
 * A guard that only looks at what an earlier link has left (`req.user`) is judged by what the earlier links read.
 */
export function cookieCredential(route: Route, program: Program): CookieCredential | null {
  let known = memo.get(route);
  if (known === undefined) memo.set(route, (known = { found: find(route, program) }));
  return known.found;
}

function find(route: Route, program: Program): CookieCredential | null {
  const guards = guardsInForce(route, program);
  const ofGuards = guards.flatMap(({ link, reached }) => [...ofLink(link, program), ...readsIn(reached, GUARD_DEPTH, program)]);
  if (ofGuards.length > 0) return cookieAmong(ofGuards);
  if (guards.some((guard) => isOfLibrary(guard, program))) return cookieAmong(extracted(program));
  const links = route.chain.filter((link) => link.kind !== 'error-handler');
  const earlier = links.flatMap((link) => [...ofLink(link, program), ...readsIn(functionsRunBy(link, program, EARLIER_DEPTH), EARLIER_DEPTH, program)]);
  return earlier.some(({ carrier }) => carrier === 'header') ? null : cookieAmong(earlier);
}

function cookieAmong(reads: readonly Read[]): CookieCredential | null {
  return reads.find((read) => read.carrier !== 'header') ?? null;
}

/** A library tells who calls, by a token that it was told where to find. */
function isOfLibrary({ link, reached }: GuardInForce, program: Program): boolean {
  const ofLink = link === null ? [] : program.rolesAt(link.value).map(({ role }) => role);
  return [...ofLink, ...(link?.roles ?? [])].some((role) => LIBRARY.includes(role)) || usesIn(reached.filter((each) => each.depth <= GUARD_DEPTH), LIBRARY, program).length > 0;
}

const LIBRARY = ['auth.guard', 'jwt.verify.request'];
const extractors = new WeakMap<Program, readonly Read[]>();

/** Where the strategies of the program look for a token: `jwtFromRequest: (req) => req.cookies.token`. */
function extracted(program: Program): readonly Read[] {
  let reads = extractors.get(program);
  if (reads === undefined) {
    const given = program.sitesOf('jwt.configure').flatMap((site) => program.argumentList(site, 'extractor'));
    extractors.set(program, (reads = given.flatMap((value) => readsIn(functionsOfValue(value, program).map((ref) => ({ ref, depth: 0 })), 0, program))));
  }
  return reads;
}

/** A function, or those that a call is given: `fromExtractors([(req) => req.cookies.token, …])`. */
function functionsOfValue(value: ValueRef, program: Program): FunctionRef[] {
  const named = functionsAt(value, program);
  const within = program.sourcesOf(value).flatMap(({ file, id }) => {
    const { start, end } = file.facts.values[id]!;
    return file.facts.functions.flatMap((fact, index) => (index > 0 && fact.start >= start && fact.end <= end ? [{ file, id: index }] : []));
  });
  return [...named, ...within];
}

/** What a model says of the link: `credential: session`. */
function ofLink(link: ChainLink | null, program: Program): Read[] {
  if (link === null) return [];
  return program.rolesAt(link.value).flatMap(({ entry }): Read[] => (entry.attributes['credential'] === 'session' ? [{ carrier: 'session', name: null, at: link.value }] : []));
}

function readsIn(reached: readonly Reached[], depth: number, program: Program): Read[] {
  return reached.filter((each) => each.depth <= depth).flatMap(({ ref }) => signsOf(ref).identities.flatMap(({ file, id }) => readAt(file, id, program) ?? []));
}

function readAt(file: LinkedFile, id: ValueId, program: Program): Read | null {
  const fact = file.facts.values[id]!;
  const at: ValueRef = { file, id };
  if (fact.kind === 'member' && fact.name !== null) return memberRead(fact.name, fact.object, at, program);
  if (fact.kind !== 'call') return null;
  const name = calledName(file, id) ?? '';
  const object = objectOf(file, fact.callee);
  const isOfCookies = /^get_?(?:signed)?_?cookies?$/i.test(name) || (name === 'get' && (writtenName(file.facts.values[object]) ?? calledName(file, object)) === 'cookies');
  const text = textGiven(at, program);
  if (isOfCookies) return { carrier: 'cookie', name: text, at };
  return text !== null && /^(?:get|header|getHeader)$/.test(name) && isIdentityHeader(text) ? { carrier: 'header' } : null;
}

/** The one text among the constants that a call is given. */
function textGiven({ file, id }: ValueRef, program: Program): string | null {
  const fact = file.facts.values[id]!;
  if (fact.kind !== 'call') return null;
  const texts = fact.args.flatMap((argument) => program.constants({ file, id: argument }) ?? []).filter((constant) => typeof constant === 'string');
  return texts.length === 1 ? texts[0]! : null;
}

function memberRead(name: string, object: ValueId, at: ValueRef, program: Program): Read | null {
  const holder = writtenName(at.file.facts.values[object]);
  if (holder === 'headers') return /^cookie$/i.test(name) ? { carrier: 'cookie', name: null, at } : { carrier: 'header' };
  if (holder === 'cookies' || holder === 'signedCookies') return { carrier: 'cookie', name, at };
  if (name === 'cookies' || name === 'signedCookies') return { carrier: 'cookie', name: cookieRead(at, program), at };
  if (/^(?:session|isAuthenticated|isUnauthenticated)$/.test(name)) return { carrier: 'session', name: null, at };
  return /^authorization$/i.test(name) ? { carrier: 'header' } : null;
}

/** `req.cookies.token`, `req.cookies[NAME]`, `request.cookies.get(NAME)`: the name of the cookie that is read. */
function cookieRead({ file, id }: ValueRef, program: Program): string | null {
  const parent = file.parentOf(id);
  const fact = file.facts.values[parent];
  if (fact?.kind !== 'member' || fact.object !== id) return null;
  const caller = file.parentOf(parent);
  const call = file.facts.values[caller];
  if (call?.kind === 'call' && call.callee === parent) return textGiven({ file, id: caller }, program);
  if (fact.name !== null || fact.index < 0) return fact.name;
  const [index] = program.constants({ file, id: fact.index }) ?? [];
  return typeof index === 'string' ? index : null;
}

function objectOf(file: LinkedFile, callee: ValueId): ValueId {
  const fact = file.facts.values[callee];
  return fact?.kind === 'member' ? fact.object : -1;
}
