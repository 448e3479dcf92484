/** Reverse look-ups in one file's facts: what becomes of a value. Made once for each file. */
import { append } from '../contracts/multimap.js';
import type { BindingId, FunctionId, ValueId } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';
import type { LinkedFile, ValueRef } from '../contracts/program.js';

export interface FileUses {
  /** Bindings assigned exactly this value. */
  bindingsOf(value: ValueId): readonly BindingId[];
  /** The `function` value of a function, or NONE (a declaration, a method). */
  valueOfFunction(id: FunctionId): ValueId;
  /** Bindings through which a function is named: its declaration, or the variable that holds it. */
  bindingsOfFunction(id: FunctionId): readonly BindingId[];
  /** Functions that return exactly this value. */
  returnedBy(value: ValueId): readonly FunctionId[];
  /** Properties that are assigned this value: `this.x = value`. */
  writtenTo(value: ValueId): readonly string[];
  /** True when something reads the value of this top-level expression. */
  isTaken(value: ValueId): boolean;
  /** Does a `for … of` take its elements one by one? */
  isIterated(value: ValueId): boolean;
}

const memo = new WeakMap<LinkedFile, FileUses>();

export function usesIn(file: LinkedFile): FileUses {
  let uses = memo.get(file);
  if (uses === undefined) {
    uses = computeUses(file);
    memo.set(file, uses);
  }
  return uses;
}

function computeUses(file: LinkedFile): FileUses {
  const { facts } = file;
  const bindings = new Map<ValueId, BindingId[]>();
  const functionValues = new Map<FunctionId, ValueId>();
  const returned = new Map<ValueId, FunctionId[]>();
  const properties = new Map<ValueId, string[]>();
  facts.bindings.forEach((binding, id) => binding.writes.forEach((write) => append(bindings, write.value, id)));
  facts.functions.forEach((fact, id) => fact.returns.forEach((value) => append(returned, value, id)));
  facts.memberWrites.forEach((write) => append(properties, write.value, write.name ?? ''));
  for (const id of file.valuesOfKind('function')) {
    const fact = facts.values[id]!;
    if (fact.kind === 'function') functionValues.set(fact.function, id);
  }
  let taken: ReadonlySet<ValueId> | null = null;
  let iterated: ReadonlySet<ValueId> | null = null;
  return {
    bindingsOf: (value) => bindings.get(value) ?? [],
    valueOfFunction: (id) => functionValues.get(id) ?? NONE,
    bindingsOfFunction: (id) => bindings.get(functionValues.get(id) ?? NONE) ?? [],
    returnedBy: (value) => returned.get(value) ?? [],
    writtenTo: (value) => properties.get(value) ?? [],
    isIterated: (value) => (iterated ??= iteratedValues(file)).has(value),
    isTaken: (value) => (taken ??= takenValues(file)).has(value),
  };
}

function iteratedValues(file: LinkedFile): Set<ValueId> {
  return new Set(
    file.valuesOfKind('element').flatMap((id) => {
      const fact = file.facts.values[id]!;
      return fact.kind === 'element' && !fact.key ? [fact.of] : [];
    }),
  );
}

/** Top-level expressions that stand where their value matters: not as a statement of their own. */
function takenValues({ facts }: LinkedFile): Set<ValueId> {
  return new Set([
    ...facts.bindings.flatMap((binding) => binding.writes.map((write) => write.value)),
    ...facts.memberWrites.flatMap((write) => [write.value, write.object, write.index]),
    ...facts.functions.flatMap((fact) => [...fact.returns, ...fact.throws, ...fact.decorators, ...fact.parameters.flatMap((each) => [each.default, ...each.decorators])]),
    ...facts.classes.flatMap((fact) => [fact.superClass, ...fact.decorators, ...fact.members.flatMap((member) => [member.value, ...member.decorators])]),
    ...facts.exports.map((fact) => fact.value),
    ...facts.blocks.flatMap((block) => [block.condition, ...block.cases]),
  ]);
}

/** The last member or call of the chain that a value begins: all of `db.select().from(users).limit(1)` for `db.select()`. */
export function topOfChain({ file, id }: ValueRef): ValueId {
  let top = id;
  for (let parent = file.parentOf(top); parent !== NONE; parent = file.parentOf(parent)) {
    const fact = file.facts.values[parent]!;
    if ((fact.kind !== 'member' || fact.object !== top) && (fact.kind !== 'call' || fact.callee !== top)) break;
    top = parent;
  }
  return top;
}

export function keyOf(ref: ValueRef): string {
  return `${ref.file.facts.path}#${ref.id}`;
}

export function sameValue(a: ValueRef, b: ValueRef): boolean {
  return a.id === b.id && a.file === b.file;
}
