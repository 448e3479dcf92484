/**
 * `{ module-state: true }`: every collection that a module, or a class of which there is one object, keeps and that code behind a route
 * changes: it is different in each process, and gone when that ends.
 */
import type { FunctionRef, LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { functionsBehindRoutes } from '../behind-routes.js';
import type { Evaluation } from '../evaluation.js';
import { keyOf, usesIn } from '../file-uses.js';
import { callsIn } from '../reach.js';
import { NO_SITE } from '../site.js';
import type { Site } from '../site.js';

/** Methods that change what they are called on. */
const CHANGES: ReadonlySet<string> = new Set(['set', 'add', 'push', 'unshift', 'splice']);
const COLLECTIONS: ReadonlySet<string> = new Set(['Map', 'Set', 'Array', 'Object']);

const MEMO = new WeakMap<Program, readonly StateSite[]>();

interface StateSite {
  readonly value: ValueRef;
  readonly name: string;
}

export function moduleStateSites(evaluation: Evaluation): Site[] {
  const { program } = evaluation;
  let found = MEMO.get(program);
  if (found === undefined) MEMO.set(program, (found = changedCollections(program)));
  return evaluation.own(found).map(({ value, name }) => ({ ...NO_SITE, value, label: name, confidence: 'medium' }));
}

function changedCollections(program: Program): StateSite[] {
  const found = new Map<string, StateSite>();
  for (const ref of functionsBehindRoutes(program)) {
    for (const changed of changedIn(ref)) {
      const state = heldBy(changed, program);
      if (state !== null && !found.has(keyOf(state.value))) found.set(keyOf(state.value), state);
    }
  }
  return [...found.values()].sort((a, b) => (a.value.file === b.value.file ? a.value.id - b.value.id : a.value.file.facts.path < b.value.file.facts.path ? -1 : 1));
}

/** What the function changes: receivers of such methods, and objects of which a computed property is assigned. */
function changedIn({ file, id }: FunctionRef): ValueRef[] {
  const called = callsIn({ file, id }).flatMap((call) => {
    const fact = file.facts.values[call];
    const callee = fact?.kind === 'call' ? file.facts.values[fact.callee] : undefined;
    return callee?.kind === 'member' && callee.name !== null && CHANGES.has(callee.name) ? [callee.object] : [];
  });
  const assigned = writesByFunction(file).get(id) ?? [];
  return [...called, ...assigned].map((object) => ({ file, id: object }));
}

const WRITES = new WeakMap<LinkedFile, ReadonlyMap<number, number[]>>();

/** `carts[id] = …` by the function it stands in. */
function writesByFunction(file: LinkedFile): ReadonlyMap<number, number[]> {
  const known = WRITES.get(file);
  if (known !== undefined) return known;
  const writes = new Map<number, number[]>();
  for (const write of file.facts.memberWrites) {
    if (write.name !== null) continue;
    const at = file.functionAt(write.at);
    writes.set(at, [...(writes.get(at) ?? []), write.object]);
  }
  WRITES.set(file, writes);
  return writes;
}

function heldBy(changed: ValueRef, program: Program): StateSite | null {
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
