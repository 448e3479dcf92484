/**
 * Conditions that the source itself settles: `if (7 * 42 - number > 200)` with `const number = 106`. Code under one that never
 * holds does not run. Told from one file alone: literals, and variables that are assigned a literal once.
 */
import type { BlockFact, BlockId, ConditionalValue, ValueId } from '../contracts/facts.js';
import type { Constant } from './constants.js';
import type { IndexedFile } from './indexed-file.js';

const MAXIMUM_DEPTH = 16;

const memo = new WeakMap<IndexedFile, Map<ValueId, Constant | undefined>>();

/** Whether the condition always holds (true), never (false), or depends on what is not written there (null). */
export function settledTruth(file: IndexedFile, condition: ValueId): boolean | null {
  const value = settled(file, condition, 0);
  return value === undefined ? null : Boolean(value);
}

/** Does the block never run, as far as its own condition tells? */
export function neverRuns(file: IndexedFile, block: BlockId): boolean {
  return outcomeOf(file, block) === false;
}

/** Does it run whenever the block around it does? */
export function alwaysRuns(file: IndexedFile, block: BlockId): boolean {
  const { kind } = file.facts.blocks[block]!;
  return kind === 'block' || (kind !== 'loop' && outcomeOf(file, block) === true);
}

/** The branches of `a ? b : c` that may be taken. */
export function liveBranches(file: IndexedFile, { test, whenTrue, whenFalse }: ConditionalValue): ValueId[] {
  const truth = settledTruth(file, test);
  return truth === null ? [whenTrue, whenFalse] : [truth ? whenTrue : whenFalse];
}

function outcomeOf(file: IndexedFile, id: BlockId): boolean | null {
  const block = file.facts.blocks[id]!;
  if (block.condition < 0) return null;
  if (block.kind === 'case') return caseOutcome(file, block);
  const truth = block.kind === 'then' || block.kind === 'else' || block.kind === 'loop' ? settledTruth(file, block.condition) : null;
  if (truth === null) return null;
  return block.kind === 'else' ? !truth : truth;
}

/** A clause of a switch over something that is written in the source. */
function caseOutcome(file: IndexedFile, block: BlockFact): boolean | null {
  const asked = settled(file, block.condition, 0);
  if (asked === undefined) return null;
  const own = block.cases.map((id) => settled(file, id, 0));
  if (own.length > 0) return own.includes(asked) ? true : own.includes(undefined) ? null : false;
  const others = file.childrenOf(block.parent).map((id) => file.facts.blocks[id]!).filter((other) => other.kind === 'case' && other.condition === block.condition && other !== block);
  const met = others.find((other) => other.cases.some((id) => settled(file, id, 0) === asked));
  return met?.exits === true ? false : null;
}

/** The one value of an expression; undefined where it is not settled. */
function settled(file: IndexedFile, id: ValueId, depth: number): Constant | undefined {
  let known = memo.get(file);
  if (known === undefined) memo.set(file, (known = new Map()));
  if (known.has(id)) return known.get(id);
  // What asks for itself is not settled.
  known.set(id, undefined);
  const value = depth > MAXIMUM_DEPTH ? undefined : evaluate(file, id, (inner) => settled(file, inner, depth + 1));
  known.set(id, value);
  return value;
}

type Ask = (id: ValueId) => Constant | undefined;

function evaluate(file: IndexedFile, id: ValueId, ask: Ask): Constant | undefined {
  const fact = file.facts.values[id];
  switch (fact?.kind) {
    case 'literal':
      return fact.type === 'regexp' || fact.type === 'bigint' ? undefined : fact.value;
    case 'cast':
      return ask(fact.operand);
    case 'unary':
      return unary(fact.operator, ask(fact.operand));
    case 'binary':
      return binary(fact.operator, ask(fact.left), ask(fact.right));
    case 'concat':
      return fact.parts.map(ask).reduce((left, right) => (left === undefined || right === undefined ? undefined : typeof left === 'number' && typeof right === 'number' ? left + right : `${left}${right}`));
    case 'logical':
      return logical(fact.operator, ask(fact.left), () => ask(fact.right));
    case 'conditional': {
      const test = ask(fact.test);
      return test === undefined ? undefined : ask(test ? fact.whenTrue : fact.whenFalse);
    }
    case 'reference': {
      const binding = file.facts.bindings[fact.binding];
      const isVariable = binding?.kind === 'const' || binding?.kind === 'let' || binding?.kind === 'var';
      const held = isVariable && binding.writes.length === 1 ? file.facts.values[binding.writes[0]!.value] : undefined;
      return held === undefined || held.end > fact.start ? undefined : ask(binding!.writes[0]!.value);
    }
    case 'member':
      return character(ask(fact.object), fact.name ?? (fact.index < 0 ? undefined : ask(fact.index)));
    case 'call': {
      const callee = file.facts.values[fact.callee];
      return callee?.kind === 'member' && callee.name === 'charAt' && !fact.isNew ? character(ask(callee.object), fact.args[0] === undefined ? 0 : ask(fact.args[0])) : undefined;
    }
    default:
      return undefined;
  }
}

/** `'ABC'.length`, `'ABC'[1]`. */
function character(text: Constant | undefined, name: Constant | undefined): Constant | undefined {
  if (typeof text !== 'string' || name === undefined) return undefined;
  return name === 'length' ? text.length : /^\d+$/.test(String(name)) ? text[Number(name)] : undefined;
}

function unary(operator: string, operand: Constant | undefined): Constant | undefined {
  if (operand === undefined) return undefined;
  if (operator === '!') return !operand;
  if (typeof operand !== 'number') return undefined;
  return operator === '-' ? -operand : operator === '+' ? operand : undefined;
}

function logical(operator: string, left: Constant | undefined, right: () => Constant | undefined): Constant | undefined {
  if (left === undefined) return undefined;
  const isLeft = operator === '&&' ? !left : operator === '||' ? Boolean(left) : left !== null;
  return isLeft ? left : right();
}

function binary(operator: string, left: Constant | undefined, right: Constant | undefined): Constant | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (operator === '===' || operator === '!==') return (left === right) === (operator === '===');
  if (typeof left !== typeof right) return undefined;
  if (operator === '==' || operator === '!=') return (left === right) === (operator === '==');
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  return ARITHMETIC[operator]?.(left, right);
}

const ARITHMETIC: Readonly<Record<string, (left: number, right: number) => number | boolean>> = {
  '*': (left, right) => left * right,
  '-': (left, right) => left - right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '**': (left, right) => left ** right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};
