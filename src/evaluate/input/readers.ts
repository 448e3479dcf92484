/** Reverse look-ups beside `usesIn`: all expressions that read something out of a value, of which `parentOf` knows only the first. */
import { append } from '../../contracts/multimap.js';
import { NONE } from '../../contracts/facts.js';
import type { ValueId } from '../../contracts/facts.js';
import type { LinkedFile, ValueRef } from '../../contracts/program.js';

interface Readers {
  /** Members, rests, elements and defaults made of each value. `const { a, b } = body` makes two of one. */
  of: ReadonlyMap<ValueId, readonly ValueId[]>;
  /** Values that a branch or a loop tests, and whether one of their branches leaves the function. */
  conditions: ReadonlyMap<ValueId, boolean>;
  /** Those of which a branch throws. */
  throwing: ReadonlySet<ValueId>;
}

const memo = new WeakMap<LinkedFile, Readers>();

/** The expressions whose operand the value is, each once. */
export function readersOf(file: LinkedFile, value: ValueId): readonly ValueId[] {
  const parent = file.parentOf(value);
  const shared = readersIn(file).of.get(value) ?? [];
  return parent === NONE || shared.includes(parent) ? shared : [parent, ...shared];
}

/** Is the value what a branch or a loop tests? */
export function isCondition(file: LinkedFile, value: ValueId): boolean {
  return readersIn(file).conditions.has(value);
}

/** Does the value belong to a condition of which one branch leaves the function? */
export function isRefusing({ file, id }: ValueRef): boolean {
  return belongsTo(file, id, (condition) => readersIn(file).conditions.get(condition) === true);
}

/** Does it belong to one of which a branch throws? */
export function isThrowing({ file, id }: ValueRef): boolean {
  return belongsTo(file, id, (condition) => readersIn(file).throwing.has(condition));
}

function belongsTo(file: LinkedFile, id: ValueId, isWanted: (condition: ValueId) => boolean): boolean {
  for (let current = id; current !== NONE; current = file.parentOf(current)) {
    const { kind } = file.facts.values[current]!;
    if (isWanted(current)) return true;
    if (current !== id && kind !== 'logical' && kind !== 'unary' && kind !== 'binary' && kind !== 'member' && kind !== 'call') return false;
  }
  return false;
}

function readersIn(file: LinkedFile): Readers {
  const known = memo.get(file);
  if (known !== undefined) return known;
  const of = new Map<ValueId, ValueId[]>();
  file.facts.values.forEach((fact, id) => {
    const operand = fact.kind === 'member' ? fact.object : fact.kind === 'rest' || fact.kind === 'element' ? fact.of : fact.kind === 'logical' && fact.operator === 'default' ? fact.left : NONE;
    if (operand === NONE) return;
    append(of, operand, id);
  });
  const conditions = new Map<ValueId, boolean>();
  const throwing = new Set<ValueId>();
  for (const block of file.facts.blocks) {
    if (block.condition !== NONE && block.exitKind === 'throw') throwing.add(block.condition);
    if (block.condition !== NONE) conditions.set(block.condition, conditions.get(block.condition) === true || (block.exits && block.exitKind !== 'break' && block.exitKind !== 'continue'));
  }
  const readers = { of, conditions, throwing };
  memo.set(file, readers);
  return readers;
}
