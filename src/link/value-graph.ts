/** Reading the value graph: the operands of a value, and references that travel between files. */
import { NONE, type ValueFact, type ValueId } from '../contracts/facts.js';
import type { FunctionRef, LinkedFile, ValueRef } from '../contracts/program.js';

/** The values that a value is made of, in source order. Hands them on one by one: it is asked of every value of the program. */
export function forEachOperand(fact: ValueFact, take: (operand: ValueId) => void): void {
  switch (fact.kind) {
    case 'template':
      if (fact.tag !== NONE) take(fact.tag);
      return fact.parts.forEach(take);
    case 'concat':
      return fact.parts.forEach(take);
    case 'binary':
    case 'logical':
      take(fact.left);
      return take(fact.right);
    case 'conditional':
      take(fact.test);
      take(fact.whenTrue);
      return take(fact.whenFalse);
    case 'member':
      take(fact.object);
      return take(fact.index);
    case 'call':
      take(fact.callee);
      return fact.args.forEach(take);
    case 'object':
      return fact.properties.forEach((property) => take(property.value));
    case 'array':
      return fact.elements.forEach(take);
    case 'jsx':
      fact.attributes.forEach((attribute) => take(attribute.value));
      return fact.children.forEach(take);
    default:
      takeOnly(fact, take);
  }
}

function takeOnly(fact: ValueFact, take: (operand: ValueId) => void): void {
  switch (fact.kind) {
    case 'unary':
    case 'await':
    case 'spread':
    case 'cast':
    case 'yield':
      return take(fact.operand);
    case 'element':
    case 'rest':
      return take(fact.of);
    case 'module':
      return take(fact.specifierValue);
    default:
  }
}

/** The same as a list. */
export function operandsOf(fact: ValueFact): ValueId[] {
  const result: ValueId[] = [];
  forEachOperand(fact, (operand) => {
    if (operand !== NONE) result.push(operand);
  });
  return result;
}

export function factOf(ref: ValueRef): ValueFact {
  const fact = ref.file.facts.values[ref.id];
  if (fact === undefined) throw new Error(`value ${ref.id} is not in ${ref.file.facts.path}`);
  return fact;
}

export function sameValue(a: ValueRef, b: ValueRef): boolean {
  return a.id === b.id && a.file === b.file;
}

/** What a file of this room knows of itself beyond the contract: its place among all files, all values and all functions. */
interface Placed {
  index: number;
  firstKey: number;
  firstFunctionKey: number;
}

/** A key that is unique in the program and the same in every run. A small integer, because it is asked for all the time and the engine keeps small ones without a box. */
export function keyOf(ref: ValueRef): number {
  return (ref.file as LinkedFile & Placed).firstKey + ref.id;
}

/** The same for a function; never the key of a value. */
export function functionKeyOf(ref: FunctionRef): number {
  return -1 - (ref.file as LinkedFile & Placed).firstFunctionKey - ref.id;
}

/** What is known of values, by file and id: one list for each file that was asked about. */
export class ValueTable<Known> {
  private readonly byFile: (Known | undefined)[][] = [];

  get(ref: ValueRef): Known | undefined {
    const table = this.byFile[(ref.file as LinkedFile & Placed).index];
    return table === undefined ? undefined : table[ref.id];
  }

  set(ref: ValueRef, known: Known): void {
    const file = (ref.file as LinkedFile & Placed).index;
    (this.byFile[file] ??= new Array<Known | undefined>(ref.file.facts.values.length))[ref.id] = known;
  }
}

/** The value behind `await`, casts and a spread: what is awaited, cast or spread. */
export function unwrap(ref: ValueRef): ValueRef {
  let id = ref.id;
  for (;;) {
    const fact = ref.file.facts.values[id];
    if (fact?.kind !== 'await' && fact?.kind !== 'cast' && fact?.kind !== 'spread') {
      return id === ref.id ? ref : { file: ref.file, id };
    }
    id = fact.operand;
  }
}

/** A fact that another one refers to. */
export function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a reference to a fact that does not exist');
  return value;
}
