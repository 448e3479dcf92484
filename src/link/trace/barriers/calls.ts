/** What the answer of a call proves: membership in a list, a pattern's match, a validator of a library, a predicate of the program. */
import type { ValueRef } from '../../../contracts/program.js';
import { type FileValue, type Linking, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import { type Aspect, type Subject, aspectOf, isClientControlled, trustedTexts } from './aspects.js';
import { isOfCaller } from './callers.js';
import { provenByMember } from './comparisons.js';
import type { Judge } from './conditions.js';
import { provenByFormat } from './formats.js';
import { provenByNamedArgument, provenByPredicate, provenOfElements } from './own-functions.js';
import { provenByAnswer } from './parsing.js';
import { asMade } from './made.js';
import { patternsOf, protectionByAbsence, protectionByMatch } from './patterns.js';
import { ALLOW_LISTED, NUMERIC, type Protection, against, isComplete } from './protection.js';
import { provenByLookup } from './lookups.js';
import { absenceOf, beginningOf, endOf } from './texts.js';

/** Methods of a collection that say whether something is in it. */
const MEMBERSHIP_METHODS = new Set(['includes', 'has', 'contains', 'hasOwnProperty', 'get']);
/** Strict: they hold of numbers alone, never of a text that reads as one. */
const NUMBER_CHECKS = new Set(['global:Number.isInteger', 'global:Number.isSafeInteger', 'global:Number.isFinite']);
const ELEMENT_CHECKS = new Set(['some', 'find', 'findLast']);

export function provenByCall(link: Linking, ref: FileValue, holds: boolean, subject: Subject, depth: number, judge: Judge): Protection | null {
  const fact = factOf(ref);
  if (fact.kind !== 'call') return null;
  const stored = holds ? provenByLookup(link, ref, subject) : null;
  if (stored !== null) return stored;
  const answered = provenByAnswer(link, ref, holds, subject, judge);
  if (answered !== null) return answered;
  const aspects = fact.args.map((argument) => aspectOf(link, sibling(ref, argument), subject));
  const at = aspects.findIndex((aspect) => aspect !== null);
  const callee = factOf(sibling(ref, fact.callee));
  if (at >= 0) {
    const known = provenByKnownFunction(link, ref, holds, at, aspects[at]!);
    if (known !== null) return known;
    if (aspects[at] === 'value') {
      const own = provenByPredicate(link, ref, at, holds, subject, depth, judge);
      if (own !== null) return own;
    }
    // `isAllowedHost(url.hostname)`: that the host is one of a list says where the address leads.
    const ofHost = aspects[at] === 'host' ? provenByPredicate(link, ref, at, holds, subject, depth, judge) : null;
    if (isComplete(ofHost)) return provenByMember('host');
  }
  const named = at < 0 ? provenByNamedArgument(link, ref, holds, subject, depth, judge) : null;
  if (named !== null) return named;
  if (callee.kind !== 'member' || callee.name === null) return null;
  const receiver = sibling(ref, callee.object);
  if (at < 0 && holds && MEMBERSHIP_METHODS.has(callee.name) && joinsSubject(link, ref, subject) && !isClientControlled(link, receiver)) return ALLOW_LISTED;
  // `req.user._id.equals(id)`.
  if (at >= 0 && holds && callee.name === 'equals' && isOfCaller(link, receiver)) return provenByMember(aspects[at]!);
  if (at >= 0) return provenByCollection(link, asMade(link, receiver, subject), callee.name, holds, at, aspects[at]!);
  const aspect = aspectOf(link, receiver, subject);
  if (aspect !== null) return provenByMethod(link, ref, callee.name, holds, subject, aspect, depth, judge);
  if (callee.name === 'every' && holds && fact.args[0] !== undefined && mayBeList(link, receiver, subject)) return provenOfElements(link, sibling(ref, fact.args[0]), holds, depth, judge);
  if (!ELEMENT_CHECKS.has(callee.name) || !holds || isClientControlled(link, receiver)) return null;
  return provenByElement(ref, subject, depth, judge);
}

/** `Array.isArray(paths) ? paths : [paths]`, `[].concat(paths)`: a list of what there is. */
function mayBeList(link: Linking, list: FileValue, subject: Subject): boolean {
  const fact = factOf(list);
  const parts = fact.kind === 'conditional' ? [fact.whenTrue, fact.whenFalse] : fact.kind === 'call' ? fact.args : fact.kind === 'array' ? fact.elements : [];
  return parts.some((id) => aspectOf(link, sibling(list, id), subject) === 'value');
}

/** A function of the language or of a library that is given the value. */
function provenByKnownFunction(link: Linking, ref: FileValue, holds: boolean, at: number, aspect: Aspect): Protection | null {
  const fact = factOf(ref);
  if (fact.kind !== 'call') return null;
  const paths = link.apiPaths(sibling(ref, fact.callee));
  const isNumber = aspect === 'value' || aspect === 'number';
  for (const path of paths) {
    if (isNumber && !holds && path === 'global:isNaN') return NUMERIC;
    if (aspect === 'number' && !holds && path === 'global:Number.isNaN') return NUMERIC;
    if (isNumber && holds && (NUMBER_CHECKS.has(path) || path === 'global:isFinite')) return NUMERIC;
    const isKey = aspect === 'value' && holds && at === 1;
    if (isKey && (path === 'global:Object.hasOwn' || path === 'global:Reflect.has')) return ALLOW_LISTED;
  }
  if (aspect === 'value' && holds && at === 1 && isBorrowedHasOwn(ref)) return ALLOW_LISTED;
  for (const site of link.rolesAt(ref)) {
    if (site.role === 'path.is-absolute' && !holds && aspect === 'value') return against(['not-absolute']);
    if (site.role === 'guard.membership' && holds && isArgument(link.argument(site, 'value'), ref, at)) {
      const list = link.argument(site, 'list');
      return list === null || isClientControlled(link, list as FileValue) ? null : provenByMember(aspect);
    }
    const format = site.role === 'guard.format' && holds && aspect === 'value' && isArgument(link.argument(site, 'value'), ref, at);
    if (format) return provenByFormat(link, site);
  }
  return null;
}

/** `FILES.includes(`${directory}/${name}`)`: what is put together stands in the list, and so do its parts, where they stand in it. */
function joinsSubject(link: Linking, ref: FileValue, subject: Subject): boolean {
  const fact = factOf(ref);
  const joined = fact.kind === 'call' && fact.args.length === 1 ? factOf(sibling(ref, fact.args[0]!)) : null;
  if (joined?.kind !== 'concat' && !(joined?.kind === 'template' && joined.tag < 0)) return false;
  return joined.parts.some((part) => aspectOf(link, sibling(ref, part), subject) === 'value');
}

/** A guard whose model names no argument takes what it is given first. */
function isArgument(named: ValueRef | null, ref: FileValue, at: number): boolean {
  const fact = factOf(ref);
  return fact.kind === 'call' && (named === null ? at === 0 : named.id === fact.args[at]);
}

/** `Object.prototype.hasOwnProperty.call(TABLE, x)`. */
function isBorrowedHasOwn(ref: FileValue): boolean {
  const fact = factOf(ref);
  const callee = fact.kind === 'call' ? factOf(sibling(ref, fact.callee)) : null;
  const borrowed = callee?.kind === 'member' && callee.name === 'call' ? factOf(sibling(ref, callee.object)) : null;
  return borrowed?.kind === 'member' && borrowed.name === 'hasOwnProperty';
}

/** `LIST.includes(x)`, `PATTERN.test(x)`. */
function provenByCollection(link: Linking, receiver: FileValue, method: string, holds: boolean, at: number, aspect: Aspect): Protection | null {
  if (at !== 0) return null;
  if (method === 'test' || method === 'exec') {
    if (aspect !== 'value' && aspect !== 'host') return null;
    const patterns = patternsOf(link, receiver);
    if (patterns === null) return null;
    if (aspect === 'value') return holds ? protectionByMatch(patterns) : protectionByAbsence(patterns);
    const leavesHost = /^\^.*[^\\]\$$/;
    return holds && patterns.every(({ source, flags }) => leavesHost.test(source) && !flags.includes('m') && !/^\^\.[*+]/.test(source)) ? provenByMember('host') : null;
  }
  return holds && MEMBERSHIP_METHODS.has(method) && !isClientControlled(link, receiver) ? provenByMember(aspect) : null;
}

/** `x.match(/^\w+$/)`, `x.startsWith(ROOT)`, `x.includes('..')`; of a list, `x.every(isSafe)`. */
function provenByMethod(link: Linking, ref: FileValue, method: string, holds: boolean, subject: Subject, aspect: Aspect, depth: number, judge: Judge): Protection | null {
  const fact = factOf(ref);
  if (fact.kind !== 'call' || fact.args[0] === undefined) return null;
  const argument = sibling(ref, fact.args[0]);
  if (method === 'every' || method === 'some') return aspect === 'value' && (method === 'every') === holds ? provenOfElements(link, argument, holds, depth, judge) : null;
  if (method === 'match') {
    const patterns = aspect === 'value' ? patternsOf(link, argument) : null;
    return patterns === null ? null : holds ? protectionByMatch(patterns) : protectionByAbsence(patterns);
  }
  if (method === 'includes') return holds ? null : absenceOf(aspect, link.constants(argument));
  if (method === 'startsWith') return isClientControlled(link, argument) ? null : beginningOf(aspect, trustedTexts(link, argument), holds, subject);
  return method === 'endsWith' && holds ? endOf(aspect, trustedTexts(link, argument)) : null;
}

/** `LIST.some((each) => each === x)`: what the callback's yes proves. */
function provenByElement(ref: FileValue, subject: Subject, depth: number, judge: Judge): Protection | null {
  const fact = factOf(ref);
  const callback = fact.kind === 'call' && fact.args[0] !== undefined ? factOf(sibling(ref, fact.args[0])) : null;
  if (callback?.kind !== 'function') return null;
  const returned = ref.file.facts.functions[callback.function]?.returns ?? [];
  return returned.length === 1 ? judge(sibling(ref, returned[0]!), true, subject, depth + 1) : null;
}
