/**
 * In which order the program registers things. Modules run in the order of their imports; a function runs where it is called.
 * A position in that order is a list of numbers, compared from the left: the module, the offset in it, the offset in the
 * function called there, and so on.
 */
import type { FunctionRef, Guard, ValueRef } from '../../contracts/program.js';
import { chainOf } from '../definitions.js';
import { guardOf } from '../guards.js';
import type { IndexedFile } from '../indexed-file.js';
import { type Linking, indexed } from '../linking.js';
import { factOf, sameValue } from '../value-graph.js';

/** Calls inside calls beyond this depth are not told apart. */
const MAXIMUM_DEPTH = 24;
const MAXIMUM_USES = 24;

export interface Position {
  key: readonly number[];
  conditions: Conditions;
}

/** What must hold for something to be there, by a key that is the same for all in one branch; null for what no condition tells (a `catch`). */
export type Conditions = ReadonlyMap<string, Guard | null>;

export const NO_CONDITIONS: Conditions = new Map();

/** Those of `conditions` that are not among the others. */
export function furtherConditions(conditions: Conditions, known: Conditions): (Guard | null)[] {
  return [...conditions].filter(([key]) => !known.has(key)).map(([, guard]) => guard);
}

export class ExecutionOrder {
  private modules: Map<IndexedFile, number> | null = null;
  private readonly functions = new Map<string, Position>();
  private readonly open = new Set<string>();

  constructor(private readonly link: Linking) {}

  /** When a value is evaluated for the first time. */
  at(value: ValueRef): Position {
    const { file } = indexed(value);
    return this.inside(this.ofFunction({ file, id: file.functionAt(factOf(value).start) }), value);
  }

  /** When a value is evaluated, given when the function that holds it (or one around that) runs. */
  inside(around: Position, value: ValueRef): Position {
    return { key: [...around.key, orderOf(value)], conditions: union(around.conditions, conditionsOf(value)) };
  }

  /** When a function runs for the first time. */
  ofFunction(ref: FunctionRef): Position {
    const file = ref.file as IndexedFile;
    if (ref.id === 0) return { key: [this.moduleIndex(file)], conditions: NO_CONDITIONS };
    const key = `${file.index} ${ref.id}`;
    const known = this.functions.get(key);
    if (known !== undefined) return known;
    const declared: Position = { key: [this.moduleIndex(file), file.facts.functions[ref.id]?.start ?? 0], conditions: NO_CONDITIONS };
    if (this.open.has(key) || this.open.size > MAXIMUM_DEPTH) return declared;
    this.open.add(key);
    const result = this.firstUse(ref) ?? declared;
    this.open.delete(key);
    this.functions.set(key, result);
    return result;
  }

  private firstUse(ref: FunctionRef): Position | null {
    let first: Position | null = null;
    const uses = this.link.usesOf(ref).slice(0, MAXIMUM_USES);
    const took = uses.flatMap(({ through }) => through);
    for (const use of uses) {
      // `createApi(routes)`, where `createApi` calls what it is given: it runs there and not where it is handed over.
      if (use.kind === 'argument' && took.some((call) => sameValue(call, use.call))) continue;
      const position = this.at(use.call);
      if (first === null || compareKeys(position.key, first.key) < 0) first = position;
    }
    return first;
  }

  private moduleIndex(file: IndexedFile): number {
    this.modules ??= moduleOrder(this.link);
    return this.modules.get(file) ?? 0;
  }
}

export function union(a: Conditions, b: Conditions): Conditions {
  return b.size === 0 ? a : a.size === 0 ? b : new Map([...a, ...b]);
}

export function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length && index < b.length; index += 1) {
    const difference = a[index]! - b[index]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** In a chain of calls (`app.get(…).post(…)`) all start at one place; the name of the method tells them apart. */
function orderOf(value: ValueRef): number {
  const fact = factOf(value);
  if (fact.kind !== 'call') return fact.start;
  const callee = value.file.facts.values[fact.callee];
  return callee?.kind === 'member' ? callee.nameStart : fact.start;
}

/** Branches around the value, and earlier ways out of its function that are not errors. */
export function conditionsOf(value: ValueRef): Conditions {
  const { file } = indexed(value);
  const { start } = factOf(value);
  const result = new Map<string, Guard | null>();
  for (const id of chainOf(file, file.blockAt(start))) {
    const block = file.facts.blocks[id]!;
    if (block.kind === 'then' || block.kind === 'else' || block.kind === 'case' || block.kind === 'nullish' || block.kind === 'catch') {
      result.set(`${file.facts.path}#${id}`, guardOf(value, block, true));
    }
    for (const childId of file.childrenOf(id)) {
      const child = file.facts.blocks[childId]!;
      if (child.end > start) break;
      if (child.exits && child.exitKind !== 'throw' && child.kind !== 'function') result.set(`${file.facts.path}#${childId} passed`, guardOf(value, child, false));
    }
    if (block.kind === 'function') break;
  }
  return result;
}

/** Each module after those that it imports, as they run; entry points in file order. */
function moduleOrder(link: Linking): Map<IndexedFile, number> {
  const order = new Map<IndexedFile, number>();
  const visited = new Set<IndexedFile>();
  const files = [...link.files.values()];
  const roots = [...files.filter((file) => link.importersOf(file).length === 0), ...files];
  for (const root of roots) {
    // Depth first with an own stack: chains of imports may be longer than the call stack is deep.
    const stack: { file: IndexedFile; imports: IndexedFile[]; next: number }[] = [];
    const enter = (file: IndexedFile) => {
      if (visited.has(file)) return;
      visited.add(file);
      stack.push({ file, imports: importsOf(link, file), next: 0 });
    };
    enter(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const imported = top.imports[top.next];
      top.next += 1;
      if (imported !== undefined) enter(imported);
      else {
        order.set(top.file, order.size);
        stack.pop();
      }
    }
  }
  return order;
}

function importsOf(link: Linking, file: IndexedFile): IndexedFile[] {
  const specifiers: { specifier: string; start: number }[] = [];
  for (const fact of file.facts.imports) if (!fact.typeOnly) specifiers.push(fact);
  for (const fact of file.facts.exports) if (fact.kind !== 'value') specifiers.push(fact);
  for (const { id, specifier } of file.moduleValues) specifiers.push({ specifier, start: file.facts.values[id]!.start });
  return specifiers
    .sort((a, b) => a.start - b.start)
    .flatMap(({ specifier }) => {
      const target = link.modules.resolve(file, specifier);
      return target.kind === 'file' ? [target.file as IndexedFile] : [];
    });
}
