/**
 * `{ module-state: true }`: every collection that a module, or a class of which there is one object, keeps and that code behind a route
 * changes: it is different in each process, and gone when that ends.
 */
import type { MemberWriteFact } from '../../contracts/facts.js';
import type { FunctionRef, LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { functionsBehindRoutes } from '../reach/behind-routes.js';
import type { Evaluation } from '../evaluation.js';
import { keyOf, usesIn } from '../file-uses.js';
import { callsIn, groupBy } from '../reach/reach.js';
import { compareByPlace } from '../place-order.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

/** Methods that change what they are called on, with the position of the first argument that it keeps. */
const FIRST_KEPT: ReadonlyMap<string, number> = new Map([['set', 1], ['add', 0], ['push', 0], ['unshift', 0], ['splice', 2]]);
const COLLECTIONS: ReadonlySet<string> = new Set(['Map', 'Set', 'Array', 'Object']);

const MEMO = new WeakMap<Program, readonly StateSite[]>();

interface StateSite {
  readonly value: ValueRef;
  readonly name: string;
  /** What code behind routes puts into it. */
  readonly kept: ValueRef[];
  readonly entries: Entry[];
}

/** What is kept under a key. */
export interface Entry {
  readonly key: ValueRef;
  readonly value: ValueRef;
}

interface Change {
  readonly collection: ValueRef;
  readonly kept: readonly ValueRef[];
  readonly entry?: Entry;
  /** What is put into a set. */
  readonly mark?: ValueRef;
}

export function moduleStateSites(evaluation: Evaluation): Site[] {
  return evaluation.own(statesOf(evaluation.program)).map(({ value, name }) => ({ ...NO_SITE, value, label: name, confidence: 'medium' }));
}

/** What code behind routes puts into the collection that the value makes; nothing for any other value. */
export function keptIn(collection: ValueRef, program: Program): readonly ValueRef[] {
  return stateOf(collection, program)?.kept ?? [];
}

/** The same with its key, where there is one. */
export function entriesOf(collection: ValueRef, program: Program): readonly Entry[] {
  return stateOf(collection, program)?.entries ?? [];
}

function stateOf(collection: ValueRef, program: Program): StateSite | undefined {
  const key = keyOf(collection);
  return statesOf(program).find(({ value }) => keyOf(value) === key);
}

function statesOf(program: Program): readonly StateSite[] {
  let found = MEMO.get(program);
  if (found === undefined) MEMO.set(program, (found = changedCollections(program)));
  return found;
}

function changedCollections(program: Program): StateSite[] {
  const found = new Map<string, StateSite>();
  for (const ref of functionsBehindRoutes(program)) {
    for (const { collection, kept, entry, mark } of changedIn(ref)) {
      const held = heldBy(collection, program);
      if (held === null || (mark !== undefined && isTakenOutAgain(ref, collection, mark, program))) continue;
      const state = found.get(keyOf(held.value)) ?? { ...held, kept: [], entries: [] };
      state.kept.push(...kept);
      if (entry !== undefined) state.entries.push(entry);
      found.set(keyOf(held.value), state);
    }
  }
  return [...found.values()].sort((a, b) => compareByPlace(a.value, b.value));
}

/** What the function changes: receivers of such methods, and objects of which a computed property is assigned. */
function changedIn({ file, id }: FunctionRef): Change[] {
  const called = callsIn({ file, id }).flatMap((call): Change[] => {
    const fact = file.facts.values[call];
    const callee = fact?.kind === 'call' ? file.facts.values[fact.callee] : undefined;
    if (fact?.kind !== 'call' || callee?.kind !== 'member') return [];
    const from = FIRST_KEPT.get(callee.name ?? '');
    const [key, value] = callee.name === 'set' ? fact.args : [];
    const entry = key === undefined || value === undefined ? {} : { entry: { key: { file, id: key }, value: { file, id: value } } };
    const mark = callee.name !== 'add' || fact.args[0] === undefined ? {} : { mark: { file, id: fact.args[0] } };
    return from === undefined ? [] : [{ collection: { file, id: callee.object }, kept: fact.args.slice(from).map((each) => ({ file, id: each })), ...entry, ...mark }];
  });
  const assigned = (writesByFunction(file).get(id) ?? []).map(({ object, index, value }) => ({ collection: { file, id: object }, kept: [{ file, id: value }], entry: { key: { file, id: index }, value: { file, id: value } } }));
  return [...called, ...assigned];
}

/** `open.add(id)` and, in the same function or one written in it, `open.delete(id)`: a mark of what is under way. */
function isTakenOutAgain({ file, id }: FunctionRef, collection: ValueRef, mark: ValueRef, program: Program): boolean {
  const { start, end } = file.facts.functions[id]!;
  const [name, key] = [program.describe(collection), program.describe(mark)];
  return file.valuesWithin(start, end).some((inner) => {
    const fact = file.facts.values[inner]!;
    const callee = fact.kind === 'call' ? file.facts.values[fact.callee] : undefined;
    if (fact.kind !== 'call' || callee?.kind !== 'member' || callee.name !== 'delete' || fact.args[0] === undefined) return false;
    return program.describe({ file, id: callee.object }) === name && program.describe({ file, id: fact.args[0] }) === key;
  });
}

const WRITES = new WeakMap<LinkedFile, ReadonlyMap<number, MemberWriteFact[]>>();

/** `carts[id] = …` by the function it stands in. */
function writesByFunction(file: LinkedFile): ReadonlyMap<number, MemberWriteFact[]> {
  let writes = WRITES.get(file);
  if (writes === undefined) {
    const computed = file.facts.memberWrites.filter(({ name }) => name === null);
    WRITES.set(file, (writes = groupBy(computed, ({ at }) => file.functionAt(at))));
  }
  return writes;
}

function heldBy(changed: ValueRef, program: Program): Pick<StateSite, 'value' | 'name'> | null {
  const values = program.sourcesOf(changed);
  const [value] = values.length === 1 ? values : [];
  if (value === undefined || !isCollection(value, program)) return null;
  const name = keptUnder(value, program);
  return name === null ? null : { value, name };
}

/** An empty collection, or one of plain values: with functions in it, it is a table of code. */
function isCollection({ file, id }: ValueRef, program: Program): boolean {
  const fact = program.fact({ file, id });
  if (fact.kind === 'array') return true;
  if (fact.kind === 'object') return fact.properties.length === 0;
  if (fact.kind !== 'call') return false;
  const callee = file.facts.values[fact.callee];
  if (callee?.kind === 'member') return callee.name === 'create' && program.describe({ file, id: fact.callee }) === 'Object.create';
  return fact.isNew && callee?.kind === 'reference' && callee.binding < 0 && COLLECTIONS.has(callee.name);
}

/** The variable of a module, or the field of a decorated class, of which a framework makes one object. */
function keptUnder({ file, id }: ValueRef, program: Program): string | null {
  const { start } = program.fact({ file, id });
  const binding = usesIn(file).bindingsOf(id).map((each) => file.facts.bindings[each]!).find((each) => each.function === 0 && each.kind !== 'parameter');
  if (binding !== undefined && file.functionAt(start) === 0) return binding.name;
  for (const fact of file.facts.classes) {
    const member = fact.decorators.length > 0 ? fact.members.find((each) => each.value === id) : undefined;
    if (member !== undefined) return member.name;
  }
  return null;
}
