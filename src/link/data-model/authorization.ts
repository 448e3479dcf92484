/**
 * Authorisation on the way to a query: a call whose name says that it decides who may do something, made before the query or
 * before a call that leads to it, or a step in front of the route. What it demands is its own affair.
 */
import { append } from '../../contracts/multimap.js';
import type { FunctionRef, Route, ValueRef } from '../../contracts/program.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { asksRoleAcrossTenants } from './asked-roles.js';
import { wordsOf } from './names.js';
import { operatorBranch } from './operator-branches.js';
import { isCaller } from './tenancy.js';

const MAXIMUM_LEVELS = 4;
const MAXIMUM_CALLERS = 12;
const MAXIMUM_NESTING = 6;

/** Words that decide by themselves: `authorize(user, 'read', row)`, `fetchAndAuthorizeInvoice(id)`. */
const DECIDES = /^(?:authori[sz]e[ds]?|can|cannot|may|permit|permitted|enforce)$/;
const VERBS = /^(?:check|checks|assert|ensure|verify|validate|require|requires|has|have|is|can|enforce|guard|confirm|must)$/;
/** What such a function is about when it looks at one thing: the row, or who belongs to it. */
const ABOUT_A_THING = /^(?:access|accessible|owns|owner|owned|ownership|belongs|member|membership|policy|policies)$/;
/** What may be about the caller alone (`checkPermission('invoice:read')`), so that it counts only when it is given something else too. */
const ABOUT_A_CALLER = /^(?:permission|permissions|authori[sz]ation|authori[sz]ed|allowed|role|roles|ability|abilities|manager|managers|admin|admins|editor|editors|collaborator|collaborators|participant|participants)$/;

interface DecidingCall {
  name: string;
  start: number;
  end: number;
  /** The innermost function that holds it. */
  inFunction: number;
}

const CALLS = new WeakMap<IndexedFile, readonly DecidingCall[]>();
const ROUTES = new WeakMap<Linking, Map<IndexedFile, Map<number, Route[]>>>();

/**
 * @param words the project's words for a tenant
 * @param changes whether rows are changed: then only what stands before counts, as a check that follows comes too late
 * @returns the name of what authorises, or null
 */
export function authorisationBefore(link: Linking, at: ValueRef, changes: boolean, words: ReadonlySet<string>, level = 0): string | null {
  const { file } = indexed(at);
  const functions = enclosingFunctions(file, factOf(at).start);
  const here = callBeside(file, factOf(at), functions, changes);
  if (here !== undefined) return here.name;
  const branch = operatorBranch(link, at, words);
  if (branch !== null) return branch;
  for (const id of functions) {
    const step = stepBefore(link, { file, id }, words);
    if (step !== null) return step;
  }
  const [innermost] = functions;
  if (innermost === undefined || level >= MAXIMUM_LEVELS) return null;
  for (const caller of link.callersOf({ file, id: innermost }).slice(0, MAXIMUM_CALLERS)) {
    const found = authorisationBefore(link, caller, changes, words, level + 1);
    if (found !== null) return found;
  }
  return null;
}

/** The function that holds the offset, and those around it. */
export function enclosingFunctions(file: IndexedFile, offset: number): number[] {
  const functions: number[] = [];
  for (let id = file.functionAt(offset); id > 0 && functions.length < MAXIMUM_NESTING; id = file.facts.functions[id]?.parent ?? 0) functions.push(id);
  return functions;
}

/** Before the place, around it (`withAccess(async () => …)`), or, where rows are only read, after it. */
function callBeside(file: IndexedFile, at: { start: number; end: number }, functions: readonly number[], changes: boolean): DecidingCall | undefined {
  return decidingCalls(file).find((call) => {
    const isAround = call.start <= at.start && at.end < call.end;
    if (isAround) return true;
    if (changes && call.start > at.start) return false;
    return enclosingFunctions(file, call.start).some((id) => id === functions[0]) || functions.includes(call.inFunction);
  });
}

function decidingCalls(file: IndexedFile): readonly DecidingCall[] {
  let known = CALLS.get(file);
  if (known === undefined) {
    known = file.facts.calls.flatMap((id) => decidingCall({ file, id }));
    CALLS.set(file, known);
  }
  return known;
}

function decidingCall(call: FileValue): DecidingCall[] {
  const fact = factOf(call);
  if (fact.kind !== 'call') return [];
  const callee = factOf(sibling(call, fact.callee));
  const name = callee.kind === 'reference' || callee.kind === 'member' ? callee.name : null;
  if (name === null || !decides(call, name, fact.args)) return [];
  return [{ name, start: fact.start, end: fact.end, inFunction: call.file.functionAt(fact.start) }];
}

function decides(call: FileValue, name: string, given: readonly number[]): boolean {
  const words = wordsOf(name);
  const isVerb = words.some((word) => VERBS.test(word));
  if (isVerb && words.some((word) => ABOUT_A_THING.test(word))) return true;
  const mayDecide = words.some((word) => DECIDES.test(word)) || (isVerb && words.some((word) => ABOUT_A_CALLER.test(word)));
  return mayDecide && given.some((argument) => saysMoreThanCaller(sibling(call, argument), 0));
}

/** Neither a constant nor who is calling: the row, its id, or whose it is. */
function saysMoreThanCaller(value: FileValue, depth: number): boolean {
  const fact = factOf(value);
  if (depth > 3 || fact.kind === 'literal' || fact.kind === 'function') return false;
  if (fact.kind === 'object') return fact.properties.some((property) => saysMoreThanCaller(sibling(value, property.value), depth + 1));
  if (fact.kind === 'array') return fact.elements.some((element) => element >= 0 && saysMoreThanCaller(sibling(value, element), depth + 1));
  if (fact.kind !== 'reference' && fact.kind !== 'member' && fact.kind !== 'call' && fact.kind !== 'await') return false;
  return !isCaller(value, 0) && !isEnumeration(value);
}

/** `Permission.READ`, `ROLES.Admin`: a constant by its writing. */
function isEnumeration(value: FileValue): boolean {
  const fact = factOf(value);
  if (fact.kind === 'reference') return /^[A-Z][A-Z0-9_]*$/.test(fact.name);
  const object = fact.kind === 'member' ? factOf(sibling(value, fact.object)) : null;
  return object !== null && (object.kind === 'reference' || object.kind === 'member') && /^[A-Z]/.test(object.name ?? '');
}

/** `router.get('/:id', requireInvoiceAccess, show)`: a step before the handler whose name says that it looks at the row, or that asks for a role across tenants. */
function stepBefore(link: Linking, handler: FunctionRef, words: ReadonlySet<string>): string | null {
  for (const route of routesOf(link, handler)) {
    for (const step of route.chain) {
      const name = link.describe(step.value).replace(/\(.*$/s, '');
      const parts = wordsOf(name.slice(name.lastIndexOf('.') + 1));
      const isAboutRow = parts.some((word) => ABOUT_A_THING.test(word)) && parts.some((word) => VERBS.test(word));
      if (step.kind === 'error-handler' || step.conditions.length > 0) continue;
      if (isAboutRow || parts.some((word) => /^authori[sz]es?$/.test(word)) || asksRoleAcrossTenants(link, step.value, words)) return name;
    }
  }
  return null;
}

function routesOf(link: Linking, { file, id }: FunctionRef): readonly Route[] {
  let byFile = ROUTES.get(link);
  if (byFile === undefined) {
    byFile = new Map();
    for (const route of link.routes) if (route.handler !== null) addRoute(byFile, route, route.handler);
    ROUTES.set(link, byFile);
  }
  return byFile.get(file as IndexedFile)?.get(id) ?? [];
}

function addRoute(byFile: Map<IndexedFile, Map<number, Route[]>>, route: Route, { file, id }: FunctionRef): void {
  const functions = byFile.get(file as IndexedFile) ?? new Map<number, Route[]>();
  append(functions, id, route);
  byFile.set(file as IndexedFile, functions);
}

/** Does the function answer a request itself? */
export function answersRequest(link: Linking, handler: FunctionRef): boolean {
  return routesOf(link, handler).length > 0;
}
