/** Reading the value graph: the operands of a value, and references that travel between files. */
import { NONE, type ValueFact, type ValueId } from '../contracts/facts.js';
import type { FunctionRef, LinkedFile, ValueRef } from '../contracts/program.js';

/** The values that a value is made of, in source order. */
export function operandsOf(fact: ValueFact): ValueId[] {
  switch (fact.kind) {
    case 'template':
      return fact.tag === NONE ? fact.parts : [fact.tag, ...fact.parts];
    case 'concat':
      return fact.parts;
    case 'binary':
    case 'logical':
      return [fact.left, fact.right];
    case 'unary':
    case 'await':
    case 'spread':
    case 'cast':
      return [fact.operand];
    case 'yield':
      return fact.operand === NONE ? [] : [fact.operand];
    case 'conditional':
      return [fact.test, fact.whenTrue, fact.whenFalse];
    case 'member':
      return fact.index === NONE ? [fact.object] : [fact.object, fact.index];
    case 'call':
      return [fact.callee, ...fact.args];
    case 'object':
      return fact.properties.map((property) => property.value);
    case 'array':
      return fact.elements;
    case 'element':
    case 'rest':
      return [fact.of];
    case 'module':
      return fact.specifierValue === NONE ? [] : [fact.specifierValue];
    case 'jsx':
      return [...fact.attributes.map((attribute) => attribute.value), ...fact.children];
    default:
      return [];
  }
}

export function factOf(ref: ValueRef): ValueFact {
  const fact = ref.file.facts.values[ref.id];
  if (fact === undefined) throw new Error(`value ${ref.id} is not in ${ref.file.facts.path}`);
  return fact;
}

export function sameValue(a: ValueRef, b: ValueRef): boolean {
  return a.id === b.id && a.file === b.file;
}

/** More values than any one file can have. */
const VALUES_PER_FILE = 2 ** 26;

/** A key that is unique in the program and the same in every run. A number, because it is asked for all the time. */
export function keyOf(ref: ValueRef): number {
  return indexOf(ref) * VALUES_PER_FILE + ref.id;
}

/** The same for a function; never the key of a value. */
export function functionKeyOf(ref: FunctionRef): number {
  return -1 - keyOf(ref);
}

function indexOf(ref: ValueRef): number {
  return (ref.file as LinkedFile & { index: number }).index;
}

/** What is known of values, by file and id. One small map for each file: `keyOf` exceeds what the engine stores without a box, and one map for a whole program outgrows its caches. */
export class ValueTable<Known> {
  private readonly byFile: (Map<number, Known> | undefined)[] = [];

  get(ref: ValueRef): Known | undefined {
    return this.byFile[indexOf(ref)]?.get(ref.id);
  }

  set(ref: ValueRef, known: Known): void {
    const file = indexOf(ref);
    const table = this.byFile[file];
    if (table === undefined) this.byFile[file] = new Map([[ref.id, known]]);
    else table.set(ref.id, known);
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
