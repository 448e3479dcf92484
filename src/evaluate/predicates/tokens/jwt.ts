/** `jwt.*`: how a token is read. */
import { NONE } from '../../../contracts/facts.js';
import type { Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, yes } from '../../answer.js';
import { result } from '../../conditions/result.js';
import type { Compiler } from '../../compiler.js';
import { isAloneCall } from '../../authentication/failing-open.js';
import { usesIn } from '../../file-uses.js';
import type { Predicate } from '../index.js';
import { isNothing } from '../../../contracts/nothing.js';
import { writtenName } from '../../../contracts/written-name.js';

const NO_SIGNATURE = /^none$/i;
const SHARED = /^HS\d+$/;
const ASYMMETRIC = /^(?:RS|PS|ES)\d+K?$|^EdDSA$/;

/** Do the algorithms named include `none`? */
export const unsigned: Predicate = (site, _operand, { program }) => {
  const named = site.role === null ? [] : algorithmsOf(site.role, program);
  return answerOf(named.some((name) => NO_SIGNATURE.test(name)), { values: { value: 'none' } });
};

/** Are algorithms for shared secrets and for public keys allowed side by side (RFC 8725, 3.1)? */
export const mixedAlgorithms: Predicate = (site, _operand, { program }) => {
  const named = site.role === null ? [] : algorithmsOf(site.role, program);
  return answerOf(named.some((name) => SHARED.test(name)) && named.some((name) => ASYMMETRIC.test(name)), { values: { value: named.join(', ') } });
};

/** The algorithms that are named, of those that are written in the source. */
export function algorithmsOf(role: RoleSite, program: Program): string[] {
  const values = ['algorithms', 'algorithm'].flatMap((name) => program.argumentList(role, name)).flatMap((value) => program.sourcesOf(value));
  const elements = values.flatMap((value) => {
    const fact = program.fact(value);
    return fact.kind === 'array' ? fact.elements.map((element): ValueRef => ({ file: value.file, id: element })) : [value];
  });
  return elements.flatMap((value) => program.constants(value) ?? []).filter((constant) => typeof constant === 'string');
}

/** Stands for a claim of which only is asked whether it is there: `claims.lxm != null`. */
const PRESENCE = Symbol('presence');
type Read = string | typeof PRESENCE;

/** `with:` names of claims: are these all that is read of the result? No when the whole is handed on. */
export const readsOnly: Predicate = (site, operand, { program }) => {
  if (!Array.isArray(operand)) throw new Error('jwt.reads-only takes a list of claim names');
  return answerOf(site.value !== null && readsNothingElse(site.value, operand as string[], program));
};

/** Are these claims all that is read of what a token was decoded to, and is something read of it at all? */
export function readsNothingElse(value: ValueRef, claims: readonly string[], program: Program): boolean {
  const reads = readsOf(value, program, 0);
  return reads !== null && reads.length > 0 && reads.every((read) => read === PRESENCE || claims.includes(read));
}

/** Names of the properties read of a value; null when it goes anywhere else. Being tested for presence is no reading. */
function readsOf(value: ValueRef, program: Program, depth: number): Read[] | null {
  if (depth > 10) return null;
  const { file, id } = value;
  const uses = usesIn(file);
  const parent = file.parentOf(id);
  if (parent !== NONE) return readsInParent(value, parent, program, depth);
  const held = uses.bindingsOf(id).flatMap((binding) => file.facts.bindings[binding]!.uses);
  if (uses.returnedBy(id).length > 0 || uses.writtenTo(id).length > 0) return null;
  return joined(held.map((use) => readsOf({ file, id: use }, program, depth + 1)));
}

function readsInParent({ file, id }: ValueRef, parent: number, program: Program, depth: number): Read[] | null {
  const fact = file.facts.values[parent]!;
  const up = () => readsOf({ file, id: parent }, program, depth + 1);
  switch (fact.kind) {
    case 'member':
      // A complete token holds its claims in `payload`.
      if (fact.object === id && fact.name === 'payload') return up();
      return fact.object === id && fact.name !== null ? [isComparedWithNothing(file, parent) ? PRESENCE : fact.name] : null;
    case 'await':
    case 'cast':
      return up();
    case 'logical':
      return fact.operator === '&&' && fact.left === id ? [] : up();
    case 'conditional':
      return fact.test === id ? [] : up();
    case 'unary':
      return fact.operator === '!' || fact.operator === 'typeof' ? [] : null;
    case 'binary':
      return [fact.left, fact.right].some((side) => isNothing(file.facts.values[side])) ? [] : null;
    case 'object':
      return readsBehindList({ file, id }, parent, program, depth);
    default:
      return null;
  }
}

/** `cookies.map((each) => ({ each, claims: decode(each) }))`, where the list does not leave the function: what is read of any `claims` there. */
function readsBehindList({ file, id }: ValueRef, object: number, program: Program, depth: number): Read[] | null {
  const uses = usesIn(file);
  const fact = file.facts.values[object];
  const name = fact?.kind === 'object' ? (fact.properties.find((property) => property.value === id)?.name ?? null) : null;
  const [maker] = uses.returnedBy(object);
  const mapping = maker === undefined ? undefined : file.facts.values[file.parentOf(uses.valueOfFunction(maker))];
  if (name === null || maker === undefined || mapping?.kind !== 'call' || writtenName(file.facts.values[mapping.callee]!) !== 'map') return null;
  const outer = file.facts.functions[file.facts.functions[maker]!.parent];
  if (outer === undefined || outer.kind === 'module' || outer.returns.length > 0) return null;
  const isRead = (each: number) => {
    const member = file.facts.values[each]!;
    return member.kind === 'member' && member.name === name && member.start >= outer.start && member.end <= outer.end;
  };
  const found = file.valuesOfKind('member').filter(isRead);
  return found.length === 0 ? null : joined(found.map((each) => readsOf({ file, id: each }, program, depth + 1)));
}

function isComparedWithNothing(file: ValueRef['file'], id: number): boolean {
  const parent = file.facts.values[file.parentOf(id)];
  return parent?.kind === 'binary' && isNothing(file.facts.values[parent.left === id ? parent.right : parent.left]);
}

function joined(parts: (Read[] | null)[]): Read[] | null {
  return parts.includes(null) ? null : parts.flatMap((names) => names ?? []);
}

const isIgnored = result('ignored', {} as Compiler);

/**
 * Does a failed verification change nothing? A promise that nobody waits for, a callback that never looks at its error, or a
 * `catch` without a statement around a call whose result is not used either.
 */
export const failureIgnored: Predicate = (site, _operand, evaluation) => {
  const { role, value } = site;
  const { program } = evaluation;
  if (role?.role === 'jwt.verify.request') return answerOf(role.entry.attributes['asynchronous'] === true && isAloneCall(role, program));
  if (role === null || value === null || role.role !== 'jwt.verify') return NO;
  const callback = program.argumentList(role, 'callback').flatMap((each) => program.sourcesOf(each)).find((each) => program.fact(each).kind === 'function');
  if (callback !== undefined) return answerOf(!looksAtError(callback) && !readsOfClaims(callback));
  if (isIgnored(site, evaluation).truth !== 'yes') return NO;
  const isAwaited = value.file.facts.values[value.file.parentOf(value.id)]?.kind === 'await';
  if (role.entry.attributes['asynchronous'] === true && !isAwaited) return yes();
  return answerOf(isSwallowed(value, program));
};

function looksAtError({ file, id }: ValueRef): boolean {
  const fact = file.facts.values[id];
  const first = fact?.kind === 'function' ? file.facts.functions[fact.function]?.parameters[0] : undefined;
  if (first === undefined) return false;
  return first.binding < 0 || file.facts.bindings[first.binding]!.uses.length > 0;
}

/** `(error, claims) => add(claims.team)`: of a token that is refused there are no claims, and reading one throws. */
function readsOfClaims({ file, id }: ValueRef): boolean {
  const fact = file.facts.values[id];
  const claims = fact?.kind === 'function' ? file.facts.functions[fact.function]?.parameters[1] : undefined;
  const [first] = claims === undefined || claims.binding < 0 ? [] : file.facts.bindings[claims.binding]!.uses;
  const parent = first === undefined ? undefined : file.facts.values[file.parentOf(first)];
  return parent?.kind === 'member' && parent.object === first && !parent.optional;
}

/** The innermost `try` around it has a handler in which nothing happens. */
function isSwallowed({ file, id }: ValueRef, program: Program): boolean {
  const { blocks } = file.facts;
  const { start, end } = program.fact({ file, id });
  for (let block = file.blockAt(start); block > 0; block = blocks[block]!.parent) {
    const { kind } = blocks[block]!;
    if (kind === 'function') return false;
    if (kind !== 'try') continue;
    const handler = blocks.find((each) => each.kind === 'catch' && each.try === block);
    if (handler === undefined) continue;
    // What stands behind it in the `try` is left out when it fails: `isValid = true`, `return claims`.
    const { end: last } = blocks[block]!;
    const hasMore = happensIn(file, end, last) || file.facts.functions.some(({ returns }) => returns.some((id) => file.facts.values[id]!.start >= end && file.facts.values[id]!.end <= last));
    return !hasMore && !handler.exits && !happensIn(file, handler.start, handler.end);
  }
  return false;
}

function happensIn(file: ValueRef['file'], start: number, end: number): boolean {
  const isInside = (at: number) => at >= start && at <= end;
  return file.facts.calls.some((call) => isInside(file.facts.values[call]!.start)) || file.facts.memberWrites.some((write) => isInside(write.at)) || file.facts.bindings.some((binding) => binding.kind !== 'catch' && binding.writes.some((write) => isInside(write.at)));
}
