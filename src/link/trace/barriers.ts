/**
 * Checks that make a value harmless where they hold: membership in a list, equality with a constant, a fully anchored pattern,
 * a numeric type. Polarity counts: `if (!LIST.includes(x)) return` makes x safe after it, `if (LIST.includes(x)) return` does not.
 */
import type { FunctionRef, Guard } from '../../contracts/program.js';
import { guardsOf } from '../guards.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { comparisonConstrains } from './comparisons.js';
import { type Check, assertedBefore, functionConstrains, predicateConstrains } from './own-checks.js';
import { isAnchored } from './patterns.js';
import { isSame } from './same-value.js';

export type Barrier = 'allow-listed' | 'numeric';

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
  return assertedBefore(link, checkWith(link), ref);
}

/** The barrier that a predicate's *yes* puts before one of its variables, as in `list.filter((each) => ALLOWED.includes(each))`. */
export function barrierByPredicate(link: Linking, predicate: FunctionRef, binding: number): Barrier | null {
  return functionConstrains(link, checkWith(link), predicate, binding, true, 0);
}

function checkWith(link: Linking): Check {
  return {
    condition: (condition, holds, subject, depth) => conditionConstrains(link, condition, holds, subject, depth),
    guard: (guard, subject, depth) => constrains(link, guard, subject, depth),
  };
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
    const own = predicateConstrains(link, checkWith(link), ref, at, holds, depth);
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

/** The list itself comes from the client: no check at all. */
function isClientControlled(link: Linking, list: FileValue): boolean {
  return link.rolesAt(list).some((site) => site.role.startsWith('request.'));
}

