/** Comparisons that prove something: equality with constants, `in`, `typeof`, a position in a list, a number's bounds. */
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf, unwrap } from '../../value-graph.js';
import { type Aspect, type Subject, aspectOf, isClientControlled, isNormalized, isPartOfElement, isSubject, isTrustedElement, trustedTexts } from './aspects.js';
import { isOfCaller } from './callers.js';
import type { Judge } from './conditions.js';
import { patternsOf, protectionByAbsence, protectionByMatch } from './patterns.js';
import { ALLOW_LISTED, NUMERIC, type Protection, against } from './protection.js';
import { absenceOf, beginningOf } from './texts.js';

/** Calls whose result is there or is null: what it says is told by comparing it with null. */
const FINDERS = new Set(['match', 'exec', 'find', 'findLast', 'get', 'findUnique', 'findFirst', 'findOne', 'findOneBy', 'findById', 'findByPk', 'first', 'getOne', 'executeTakeFirst', 'takeFirst']);

export function provenByComparison(link: Linking, ref: FileValue, holds: boolean, subject: Subject, depth: number, judge: Judge): Protection | null {
  const fact = factOf(ref);
  if (fact.kind !== 'binary') return null;
  const left = sibling(ref, fact.left);
  const right = sibling(ref, fact.right);
  if (fact.operator === 'in') return holds && isSubject(link, left, subject) && !isClientControlled(link, right) ? ALLOW_LISTED : null;
  const equality = /^[!=]==?$/.test(fact.operator);
  const equal = equality && fact.operator.startsWith('=') === holds;
  const position = provenByPosition(link, ref, holds, subject);
  if (position !== null) return position;
  if (!equality) return provenByBound(link, ref, holds, subject);
  return provenByEquality(link, left, right, equal, subject, depth, judge) ?? provenByEquality(link, right, left, equal, subject, depth, judge);
}

/** @param equal whether the two are known to be equal, or known not to be */
function provenByEquality(link: Linking, side: FileValue, other: FileValue, equal: boolean, subject: Subject, depth: number, judge: Judge): Protection | null {
  const fact = factOf(side);
  const constants = link.constants(other);
  if (fact.kind === 'unary' && fact.operator === 'typeof') {
    return isSubject(link, sibling(side, fact.operand), subject) ? provenByType(constants, equal) : null;
  }
  const answer = constants?.length === 1 ? constants[0] : undefined;
  if (typeof answer === 'boolean') return judge(side, equal === answer, subject, depth + 1);
  if (answer === null && (equal || isFinder(link, side))) return judge(side, !equal, subject, depth + 1);
  if (answer === null) return null;
  if (typeof answer === 'number' && isFormatCheck(link, side)) return answer === 0 || equal ? judge(side, (answer === 0) !== equal, subject, depth + 1) : null;
  const aspect = aspectOf(link, side, subject);
  if (aspect === null) return answer === '/' ? provenByCharacter(link, side, equal, subject) : null;
  if (!equal) return null;
  // `Number(x)` equals something only where it is a number.
  if (aspect === 'number') return NUMERIC;
  if (aspect === 'host' && isOwnSite(link, other)) return against(['redirect'], 'allow-listed');
  if (aspect === 'host' && isHostOfOwnAddress(link, other)) return provenByMember(aspect);
  const allowed = (constants !== null && !constants.includes(null)) || isTrustedElement(link, other) || (constants === null && (isConfigured(link, other) || isOfCaller(link, other)));
  const found = aspect === 'value' && isPartOfElement(link, other) ? against(['path', 'log']) : null;
  return (allowed ? provenByMember(aspect) : null) ?? found ?? provenByDirectory(link, other, aspect, subject);
}

/** `resolved === BASE`, most often beside `resolved.startsWith(BASE + sep)`: a normalised path that is a directory of the program itself. */
function provenByDirectory(link: Linking, other: FileValue, aspect: Aspect, subject: Subject): Protection | null {
  if (isClientControlled(link, other)) return null;
  if (aspect === 'joined') return against(['no-parent', 'not-absolute']);
  return aspect === 'value' && isNormalized(subject) ? against(['path']) : null;
}

/** A check that answers with a number, 0 for no: `net.isIP(x) === 4`, `isIP(x) !== 0`. */
function isFormatCheck(link: Linking, ref: FileValue): boolean {
  return factOf(ref).kind === 'call' && link.rolesAt(ref).some((site) => site.role === 'guard.format');
}

/** Where the request itself was sent: `new URL(request.url).origin`. No client makes another's browser send it elsewhere. */
function isOwnSite(link: Linking, ref: FileValue): boolean {
  const fact = factOf(ref);
  if (fact.kind !== 'member' || !/^(?:origin|host|hostname)$/.test(fact.name ?? '')) return false;
  return link.sourcesOf(sibling(ref, fact.object)).some((source) => {
    const url = factOf(source);
    return url.kind === 'call' && url.isNew && url.args.length === 1 && link.rolesAt(sibling(source, url.args[0]!)).some((site) => site.role === 'request.url');
  });
}

/** The host of an address that no client gave: `new URL(options.webBaseUrl).origin`. */
function isHostOfOwnAddress(link: Linking, ref: FileValue): boolean {
  return link.sourcesOf(ref).every((source) => {
    const part = factOf(source);
    if (part.kind !== 'member' || !/^(?:origin|host|hostname)$/.test(part.name ?? '')) return false;
    const urls = link.sourcesOf(sibling(source, part.object)).map(indexed);
    return urls.length > 0 && urls.every((url) => {
      const fact = factOf(url);
      const address = fact.kind === 'call' && fact.isNew && fact.args.length === 1 ? sibling(url, fact.args[0]!) : null;
      return address !== null && !isClientControlled(link, address) && !link.trace(address, { sink: 'origin' }).origins.some(({ kind }) => kind === 'request');
    });
  });
}

/** Set by the operator: `process.env.ALLOWED_HOST`, `resolve(process.env.DIRECTORY)`. */
function isConfigured(link: Linking, ref: FileValue, depth = 0): boolean {
  return link.sourcesOf(ref).every((source) => {
    if (link.rolesAt(source).some((site) => site.role === 'env.read' || site.role === 'env.all')) return true;
    const fact = factOf(source);
    const isPath = fact.kind === 'call' && depth < 2 && link.apiPaths(sibling(source, fact.callee)).some((path) => /^path:(?:posix\.|win32\.)?(?:resolve|join|normalize)$/.test(path));
    return isPath && fact.args.every((id) => link.constants(sibling(source, id)) !== null || isConfigured(link, sibling(source, id), depth + 1));
  });
}

/** What it proves that the value, or what belongs to it, is one of the program's own. */
export function provenByMember(aspect: Aspect): Protection | null {
  if (aspect === 'value') return ALLOW_LISTED;
  if (aspect === 'number') return NUMERIC;
  return aspect === 'host' ? against(['url', 'redirect'], 'allow-listed') : null;
}

/** `typeof x === 'number'`, `typeof x !== 'object'`. */
function provenByType(names: readonly unknown[] | null, equal: boolean): Protection | null {
  if (names === null || names.length === 0) return null;
  if (!equal) return names.includes('object') ? against(['nosql']) : null;
  if (names.every((name) => name === 'number' || name === 'boolean' || name === 'bigint' || name === 'undefined')) return NUMERIC;
  return names.includes('object') || names.includes('function') ? null : against(['nosql']);
}

function isFinder(link: Linking, ref: FileValue): boolean {
  const fact = factOf(unwrap(ref));
  if (fact.kind === 'reference') {
    const definitions = link.definitionsAt(ref.file, ref.id) as FileValue[];
    return definitions.length === 1 && factOf(definitions[0]!).kind !== 'reference' && isFinder(link, definitions[0]!);
  }
  if (fact.kind === 'member') return fact.index >= 0;
  const callee = fact.kind === 'call' ? factOf(sibling(ref, fact.callee)) : null;
  return callee?.kind === 'member' && FINDERS.has(callee.name ?? '');
}

/** A slash at a place: `x[0] !== '/'`, `x.charAt(0) === '/'`, `x[1] !== '/'`. */
function provenByCharacter(link: Linking, side: FileValue, equal: boolean, subject: Subject): Protection | null {
  const fact = factOf(side);
  const callee = fact.kind === 'call' ? factOf(sibling(side, fact.callee)) : fact;
  if (callee.kind !== 'member' || !isSubject(link, sibling(side, callee.object), subject)) return null;
  const position = fact.kind !== 'call' ? callee.name : callee.name === 'charAt' ? String(fact.args[0] === undefined ? 0 : link.constants(sibling(side, fact.args[0]))?.[0]) : null;
  if (position === '0') return equal ? against(['rooted']) : against(['not-absolute', 'one-slash']);
  return position === '1' && !equal ? against(['one-slash']) : null;
}

const MIRRORED: Record<string, string> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };

/** `x > 0` can only hold of what reads as a number; that `x < 1` does not hold says nothing. */
function provenByBound(link: Linking, ref: FileValue, holds: boolean, subject: Subject): Protection | null {
  const fact = factOf(ref);
  if (fact.kind !== 'binary' || !holds || MIRRORED[fact.operator] === undefined) return null;
  for (const [side, other] of [[fact.left, fact.right], [fact.right, fact.left]] as const) {
    const aspect = aspectOf(link, sibling(ref, side), subject);
    if (aspect !== 'value' && aspect !== 'number') continue;
    if (link.constants(sibling(ref, other))?.every((constant) => typeof constant === 'number') === true) return NUMERIC;
  }
  return null;
}

/** `LIST.indexOf(x) !== -1`, `x.search(/^\w+$/) === 0`, `x.indexOf('..') === -1`, `x.lastIndexOf('/', 0) === 0`. */
function provenByPosition(link: Linking, ref: FileValue, holds: boolean, subject: Subject): Protection | null {
  const fact = factOf(ref);
  if (fact.kind !== 'binary') return null;
  const call = factOf(sibling(ref, fact.left));
  const callee = call.kind === 'call' ? factOf(sibling(ref, call.callee)) : null;
  if (call.kind !== 'call' || callee?.kind !== 'member' || call.args[0] === undefined) return null;
  const argument = sibling(ref, call.args[0]);
  const receiver = sibling(ref, callee.object);
  const limit = link.constants(sibling(ref, fact.right))?.[0];
  const begins = limit === 0 && /^[!=]==?$/.test(fact.operator) && (callee.name === 'indexOf' || callee.name === 'lastIndexOf');
  const whole = begins ? aspectOf(link, receiver, subject) : null;
  if (whole !== null) return isClientControlled(link, argument) ? null : beginningOf(whole, trustedTexts(link, argument), fact.operator.startsWith('=') === holds, subject);
  const found = isFound(fact.operator, limit, holds);
  if (found === null) return null;
  if (callee.name === 'search') {
    const patterns = isSubject(link, receiver, subject) ? patternsOf(link, argument) : null;
    return patterns === null ? null : found ? protectionByMatch(patterns) : protectionByAbsence(patterns);
  }
  if (callee.name !== 'indexOf') return null;
  const receiverAspect = aspectOf(link, receiver, subject);
  if (receiverAspect !== null) return found ? null : absenceOf(receiverAspect, link.constants(argument));
  const aspect = aspectOf(link, argument, subject);
  return found && aspect !== null && !isClientControlled(link, receiver) ? provenByMember(aspect) : null;
}

/** Whether the comparison of a position says that something was found, was not, or neither. */
function isFound(operator: string, limit: unknown, holds: boolean): boolean | null {
  const found = (limit === -1 && /^(?:>|!==?)$/.test(operator)) || (limit === 0 && /^(?:>=|===?)$/.test(operator));
  const missing = (limit === -1 && /^(?:===?|<=)$/.test(operator)) || (limit === 0 && operator === '<');
  // That it does not stand at the beginning does not say that it stands nowhere.
  const isExact = limit === 0 && /^===?$/.test(operator);
  if (found) return holds ? true : isExact ? null : false;
  return missing ? !holds : limit === 0 && operator === '>' ? (holds ? true : null) : null;
}
