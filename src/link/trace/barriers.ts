/**
 * Checks that make a value harmless where they hold: membership in a list, equality with a constant, a fully anchored pattern,
 * a numeric type. Polarity counts: `if (!LIST.includes(x)) return` makes x safe after it, `if (LIST.includes(x)) return` does not.
 */
import type { Guard, ValueRef } from '../../contracts/program.js';
import { guardsAt, guardsOf } from '../guards.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, unwrap } from '../value-graph.js';

export type Barrier = 'allow-listed' | 'numeric';

/** Methods that change a text in ways that keep an allow-list check valid. */
const NEUTRAL_METHODS = new Set(['toLowerCase', 'toUpperCase', 'trim', 'toString', 'normalize']);
const MEMBERSHIP_METHODS = new Set(['includes', 'has', 'contains', 'hasOwnProperty']);
const NUMBER_CHECKS = new Set(['global:Number.isInteger', 'global:Number.isSafeInteger', 'global:Number.isFinite', 'global:isFinite']);
const NOT_NUMBER_CHECKS = new Set(['global:Number.isNaN', 'global:isNaN']);
const MAXIMUM_DEPTH = 8;

/** The barrier that protects a value where it stands, if any. */
export function barrierAt(link: Linking, ref: FileValue): Barrier | null {
  for (const guard of guardsOf(ref)) {
    const barrier = constrains(link, guard, ref, 0);
    if (barrier !== null) return barrier;
  }
  return assertedBefore(link, ref);
}

function constrains(link: Linking, guard: Guard, subject: FileValue, depth: number): Barrier | null {
  const condition = indexed(guard.condition);
  if (guard.cases.length === 0) return conditionConstrains(link, condition, guard.holds, subject, depth);
  if (!isSame(link, condition, subject)) return null;
  return guard.cases.every((value) => link.constants(value) !== null) ? 'allow-listed' : null;
}

function conditionConstrains(
  link: Linking,
  condition: FileValue,
  holds: boolean,
  subject: FileValue,
  depth: number,
): Barrier | null {
  if (depth > MAXIMUM_DEPTH) return null;
  const fact = factOf(condition);
  const recurse = (id: number, polarity: boolean) =>
    conditionConstrains(link, sibling(condition, id), polarity, subject, depth + 1);
  switch (fact.kind) {
    case 'unary':
      return fact.operator === '!' ? recurse(fact.operand, !holds) : null;
    case 'logical': {
      const left = recurse(fact.left, holds);
      const right = recurse(fact.right, holds);
      const eitherSuffices = (fact.operator === '&&') === holds;
      if (fact.operator !== '&&' && fact.operator !== '||') return null;
      return eitherSuffices ? (left ?? right) : left !== null && right !== null ? left : null;
    }
    case 'binary':
      return comparisonConstrains(link, condition, holds, subject);
    case 'call':
      return callConstrains(link, condition, holds, subject, depth);
    case 'member':
      return holds && fact.index >= 0 && isSame(link, sibling(condition, fact.index), subject) ? 'allow-listed' : null;
    case 'reference': {
      const definitions = link.definitionsAt(condition.file, condition.id);
      if (definitions.length !== 1) return null;
      return conditionConstrains(link, indexed(definitions[0]!), holds, subject, depth + 1);
    }
    case 'cast':
    case 'await':
      return recurse(fact.operand, holds);
    default:
      return null;
  }
}

function comparisonConstrains(link: Linking, ref: FileValue, holds: boolean, subject: FileValue): Barrier | null {
  const fact = factOf(ref);
  if (fact.kind !== 'binary') return null;
  const left = sibling(ref, fact.left);
  const right = sibling(ref, fact.right);
  const equal = fact.operator === '===' || fact.operator === '==';
  const unequal = fact.operator === '!==' || fact.operator === '!=';
  if (fact.operator === 'in') return holds && isSame(link, left, subject) ? 'allow-listed' : null;
  const position = indexOfComparison(link, ref, holds, subject);
  if (position !== null) return position;
  if ((equal && !holds) || (unequal && holds) || (!equal && !unequal)) return null;
  const typeCheck = typeofConstrains(link, left, right, subject);
  if (typeCheck !== null) return typeCheck;
  if (isSame(link, left, subject) && isTextConstant(link, right)) return 'allow-listed';
  return isSame(link, right, subject) && isTextConstant(link, left) ? 'allow-listed' : null;
}

function isTextConstant(link: Linking, ref: FileValue): boolean {
  return link.constants(ref)?.every((constant) => constant !== null) ?? false;
}

/** `typeof x === 'number'`. */
function typeofConstrains(link: Linking, left: FileValue, right: FileValue, subject: FileValue): Barrier | null {
  const fact = factOf(left);
  if (fact.kind !== 'unary' || fact.operator !== 'typeof') return null;
  if (!isSame(link, sibling(left, fact.operand), subject)) return null;
  const names = link.constants(right) ?? [];
  return names.length > 0 && names.every((name) => name === 'number' || name === 'boolean' || name === 'bigint')
    ? 'numeric'
    : null;
}

/** `LIST.indexOf(x) !== -1`, `>= 0`, `> -1`, and their opposites. */
function indexOfComparison(link: Linking, ref: FileValue, holds: boolean, subject: FileValue): Barrier | null {
  const fact = factOf(ref);
  if (fact.kind !== 'binary') return null;
  const call = factOf(sibling(ref, fact.left));
  if (call.kind !== 'call') return null;
  const callee = factOf(sibling(ref, call.callee));
  const argument = call.args[0];
  if (callee.kind !== 'member' || argument === undefined) return null;
  if (callee.name !== 'indexOf' && callee.name !== 'findIndex') return null;
  if (callee.name === 'indexOf' && !isSame(link, sibling(ref, argument), subject)) return null;
  if (isSame(link, sibling(ref, callee.object), subject)) return null;
  const limit = link.constants(sibling(ref, fact.right))?.[0];
  const found =
    (limit === -1 && (fact.operator === '>' || fact.operator === '!==' || fact.operator === '!=')) ||
    (limit === 0 && fact.operator === '>=');
  const missing =
    (limit === -1 && (fact.operator === '===' || fact.operator === '==' || fact.operator === '<=')) ||
    (limit === 0 && fact.operator === '<');
  return (found && holds) || (missing && !holds) ? 'allow-listed' : null;
}

function callConstrains(link: Linking, ref: FileValue, holds: boolean, subject: FileValue, depth: number): Barrier | null {
  const fact = factOf(ref);
  if (fact.kind !== 'call') return null;
  const calleeRef = sibling(ref, fact.callee);
  const callee = factOf(calleeRef);
  const at = fact.args.findIndex((argument) => isSame(link, sibling(ref, argument), subject));
  const paths = link.apiPaths(calleeRef);
  if (at >= 0) {
    if (!holds && paths.some((path) => NOT_NUMBER_CHECKS.has(path))) return 'numeric';
    if (holds && paths.some((path) => NUMBER_CHECKS.has(path))) return 'numeric';
    if (holds && paths.includes('global:Object.hasOwn') && at === 1) return 'allow-listed';
    if (holds && link.rolesAt(ref).some((site) => site.role === 'guard.format')) return 'allow-listed';
    const own = predicateConstrains(link, ref, at, holds, depth);
    if (own !== null) return own;
  }
  if (callee.kind !== 'member' || callee.name === null || !holds) return null;
  const receiver = sibling(ref, callee.object);
  if (at >= 0 && MEMBERSHIP_METHODS.has(callee.name)) {
    return isClientControlled(link, receiver) ? null : 'allow-listed';
  }
  if (at >= 0 && callee.name === 'test') return isAnchored(link, receiver) ? 'allow-listed' : null;
  if (callee.name === 'match' && isSame(link, receiver, subject) && fact.args[0] !== undefined) {
    return isAnchored(link, sibling(ref, fact.args[0])) ? 'allow-listed' : null;
  }
  return callee.name === 'some' && at < 0 ? someConstrains(link, ref, subject, depth) : null;
}

/** `LIST.some((item) => item === x)`. */
function someConstrains(link: Linking, ref: FileValue, subject: FileValue, depth: number): Barrier | null {
  const fact = factOf(ref);
  const callback = fact.kind === 'call' && fact.args[0] !== undefined ? factOf(sibling(ref, fact.args[0])) : null;
  if (callback?.kind !== 'function') return null;
  const returned = ref.file.facts.functions[callback.function]?.returns ?? [];
  const compares = returned.every((id) => {
    const comparison = ref.file.facts.values[id];
    if (comparison?.kind !== 'binary' || (comparison.operator !== '===' && comparison.operator !== '==')) return false;
    return [comparison.left, comparison.right].some((side) => isSame(link, sibling(ref, side), subject));
  });
  return returned.length > 0 && compares && depth < MAXIMUM_DEPTH ? 'allow-listed' : null;
}

/** A predicate of the program: every result that agrees with `holds` must constrain the parameter. */
function predicateConstrains(link: Linking, call: FileValue, index: number, holds: boolean, depth: number): Barrier | null {
  const functions = link.callees(call);
  if (functions.length !== 1 || depth > MAXIMUM_DEPTH) return null;
  const file = indexed({ file: functions[0]!.file, id: 0 }).file;
  const declaration = file.facts.functions[functions[0]!.id];
  const parameter = declaration?.parameters[index];
  if (declaration === undefined || parameter === undefined || parameter.binding < 0) return null;
  let result: Barrier | null = null;
  for (const returned of declaration.returns) {
    const value: FileValue = { file, id: returned };
    const constants = link.constants(value);
    if (constants !== null && constants.every((constant) => Boolean(constant) !== holds)) continue;
    const subject = useOf(file, parameter.binding, returned);
    const direct = subject === null ? null : conditionConstrains(link, value, holds, subject, depth + 1);
    const guarded = direct ?? guardedParameter(link, value, parameter.binding, depth + 1);
    if (guarded === null) return null;
    result = guarded;
  }
  return result;
}

/** A mention of the binding to compare others with. */
function useOf(file: FileValue['file'], binding: number, fallback: number): FileValue | null {
  const use = file.facts.bindings[binding]?.uses[0];
  return use === undefined && fallback < 0 ? null : { file, id: use ?? fallback };
}

function guardedParameter(link: Linking, at: FileValue, binding: number, depth: number): Barrier | null {
  const subject = useOf(at.file, binding, -1);
  if (subject === null) return null;
  for (const guard of guardsOf(at)) {
    const barrier = constrains(link, guard, subject, depth);
    if (barrier !== null) return barrier;
  }
  return null;
}

/** `assertAllowed(x);` before: a function of the program that returns only when its parameter is constrained. */
function assertedBefore(link: Linking, ref: FileValue): Barrier | null {
  const fact = factOf(ref);
  if (fact.kind !== 'reference' || fact.binding < 0) return null;
  const { file } = ref;
  const chain = new Set([file.blockAt(fact.start)]);
  for (let id = file.blockAt(fact.start); id > 0; id = file.facts.blocks[id]!.parent) chain.add(file.facts.blocks[id]!.parent);
  for (const use of file.facts.bindings[fact.binding]?.uses ?? []) {
    const parent = file.parentOf(use);
    const call = parent < 0 ? undefined : file.facts.values[parent];
    if (call?.kind !== 'call' || call.start >= fact.start || !chain.has(file.blockAt(call.start))) continue;
    const index = call.args.indexOf(use);
    const outer = file.parentOf(parent);
    const isStatement = outer < 0 || (file.facts.values[outer]?.kind === 'await' && file.parentOf(outer) < 0);
    if (index < 0 || !isStatement) continue;
    const barrier = ensuredAtEnd(link, sibling(ref, parent), index);
    if (barrier !== null) return barrier;
  }
  return null;
}

function ensuredAtEnd(link: Linking, call: FileValue, index: number): Barrier | null {
  const functions = link.callees(call);
  if (functions.length !== 1) return null;
  const file = indexed({ file: functions[0]!.file, id: 0 }).file;
  const declaration = file.facts.functions[functions[0]!.id];
  const binding = declaration?.parameters[index]?.binding ?? -1;
  const subject = binding < 0 ? null : useOf(file, binding, -1);
  if (declaration === undefined || subject === null || declaration.returns.length > 0) return null;
  const body = file.facts.blocks[declaration.body];
  if (body === undefined) return null;
  for (const guard of guardsAt(subject, body.end - 1)) {
    const barrier = constrains(link, guard, subject, 1);
    if (barrier !== null) return barrier;
  }
  return null;
}

/** The list itself comes from the client: no check at all. */
function isClientControlled(link: Linking, list: FileValue): boolean {
  return link.rolesAt(list).some((site) => site.role.startsWith('request.'));
}

/** A pattern bound at both ends that lets no quote, space or control character through. */
export function isAnchored(link: Linking, pattern: ValueRef): boolean {
  return link.sourcesOf(pattern).every((source) => {
    const fact = factOf(source);
    if (fact.kind !== 'literal' || fact.type !== 'regexp' || fact.flags?.includes('m')) return false;
    const text = String(fact.value);
    if (!text.startsWith('^') || !text.endsWith('$') || text.endsWith('\\$')) return false;
    return !hasTopLevelAlternative(text) && !/(^|[^\\])\.[*+]/.test(text) && !/\[\^/.test(text) && !/\\[SWD]/.test(text);
  });
}

/** `^a|b$` is anchored on one end of each alternative only. */
function hasTopLevelAlternative(pattern: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index];
    if (character === '\\') index += 1;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) return true;
  }
  return false;
}

/** Do two expressions of one file name the same value: the same variable, or the same path of members from it? */
export function isSame(link: Linking, a: FileValue, b: FileValue): boolean {
  if (a.file !== b.file) return false;
  const first = stripNeutral(unwrap(a) as FileValue);
  const second = stripNeutral(unwrap(b) as FileValue);
  if (first.id === second.id) return true;
  const x = factOf(first);
  const y = factOf(second);
  if (x.kind === 'reference' && y.kind === 'reference') return x.binding >= 0 && x.binding === y.binding;
  if (x.kind === 'this' && y.kind === 'this') return x.class === y.class;
  if (x.kind !== 'member' || y.kind !== 'member' || x.name === null || x.name !== y.name) return false;
  return isSame(link, sibling(first, x.object), sibling(second, y.object));
}

function stripNeutral(ref: FileValue): FileValue {
  const fact = factOf(ref);
  if (fact.kind === 'logical' && (fact.operator === 'default' || fact.operator === '??' || fact.operator === '||')) {
    return stripNeutral(unwrap(sibling(ref, fact.left)) as FileValue);
  }
  if (fact.kind !== 'call') return ref;
  const callee = factOf(sibling(ref, fact.callee));
  if (callee.kind === 'member' && callee.name !== null && NEUTRAL_METHODS.has(callee.name)) {
    return stripNeutral(unwrap(sibling(ref, callee.object)) as FileValue);
  }
  const isString = callee.kind === 'reference' && callee.binding < 0 && callee.name === 'String';
  return isString && fact.args[0] !== undefined ? stripNeutral(unwrap(sibling(ref, fact.args[0])) as FileValue) : ref;
}
