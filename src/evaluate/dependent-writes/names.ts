/** What a write leaves under a name: its result, the record that it writes, a key that was made for it. */
import { NONE } from '../../contracts/facts.js';
import type { BindingFact, BindingId, FunctionFact, ParameterFact, ValueId } from '../../contracts/facts.js';
import type { LinkedFile } from '../../contracts/program.js';
import type { Extent } from '../failures/code-events.js';
import { inExtent } from './places.js';
import type { Write } from './writes.js';

const MAXIMUM_STEPS = 12;
const ROUNDS = 2;
const KEY = /^(?:_?id|uuid|key|insertId|lastInsertRowid|lastID)$|(?:Id|_id|Uuid|_uuid)$/;
const ID = /^_?id$|^uuid$/;

/** Does the second write what the first has left? To say by it which rows are meant is not enough: that goes on with the first's own row. */
export function writesOutcome(first: Write, second: Write): boolean {
  const { file } = first.value;
  const { results, records } = namesOf(first);
  const extent = file.facts.values[second.top]!;
  const filter = second.filter === null || second.filter.file !== file ? null : file.facts.values[second.filter.id]!;
  const outsideFilter = (use: ValueId) => filter === null || !inExtent(file.facts.values[use]!.start, filter);
  return usesWithin(file, results, extent).some(outsideFilter) || usesWithin(file, records, extent).some((use) => isKeyOf(file, use) && outsideFilter(use));
}

interface Names {
  /** What it gives, and what is made of that. */
  results: ReadonlySet<BindingId>;
  /** Names that were there before: only a key of such a one ties another write to this. */
  records: ReadonlySet<BindingId>;
}

const MEMO = new WeakMap<Write, Names>();

function namesOf(write: Write): Names {
  let names = MEMO.get(write);
  if (names === undefined) MEMO.set(write, (names = computeNames(write)));
  return names;
}

function computeNames(write: Write): Names {
  const { file } = write.value;
  const around = file.facts.functions[write.function]!;
  const given = parametersOfCallbacks(write);
  const isResult = (binding: BindingFact) => {
    const made = binding.writes.filter(({ value }) => [write.value.id, ...given.map(({ value }) => value)].some((base) => standsOn(file, value, base)));
    // A row that was looked for first and is only made when there is none: to try again finds it.
    return made.length > 0 && binding.writes.every((each) => made.includes(each) || !isComputed(file, each.value));
  };
  const local = bindingsWithin(file, around);
  const results = new Set([...given.flatMap(({ binding }) => (binding === NONE ? [] : [binding])), ...local.filter((id) => isResult(file.facts.bindings[id]!))]);
  const names = { results, records: new Set(write.operation === 'create' ? recordsOf(write, around) : []) };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const id of local) {
      const { writes, start } = file.facts.bindings[id]!;
      if (start > write.start && !results.has(id) && writes.some(({ value }) => isMadeOf(file, value, names))) results.add(id);
    }
  }
  return names;
}

function isMadeOf(file: LinkedFile, value: ValueId, { results, records }: Names): boolean {
  const fact = file.facts.values[value]!;
  if (fact.kind === 'function') return false;
  return usesWithin(file, results, fact).length > 0 || usesWithin(file, records, fact).some((use) => isKeyOf(file, use));
}

function isComputed(file: LinkedFile, value: ValueId): boolean {
  return ['await', 'call', 'member'].includes(file.facts.values[value]!.kind);
}

const BY_FUNCTION = new WeakMap<FunctionFact, readonly BindingId[]>();

function bindingsWithin(file: LinkedFile, around: FunctionFact): readonly BindingId[] {
  let known = BY_FUNCTION.get(around);
  if (known === undefined) BY_FUNCTION.set(around, (known = file.facts.bindings.flatMap(({ start, kind }, id) => (kind !== 'import' && kind !== 'function' && inExtent(start, around) ? [id] : []))));
  return known;
}

/** Is the value a part of what `base` gives: awaited, taken apart, cast, mapped? */
function standsOn(file: LinkedFile, value: ValueId, base: ValueId): boolean {
  for (let id = value, steps = 0; id !== NONE && steps < MAXIMUM_STEPS; steps += 1) {
    if (id === base) return true;
    const fact = file.facts.values[id]!;
    if (fact.kind === 'member') id = fact.object;
    else if (fact.kind === 'await' || fact.kind === 'cast') id = fact.operand;
    else if (fact.kind === 'logical') id = fact.left;
    else if (fact.kind === 'element' || fact.kind === 'rest') id = fact.of;
    else if (fact.kind === 'call' && !fact.isNew) id = fact.callee;
    else return false;
  }
  return false;
}

/** `pool.query(insert, (error, result) => …)`, `create(…).then((order) => …)`: the parameters that hold what it gives. */
function parametersOfCallbacks(write: Write): ParameterFact[] {
  return callbacksOf(write).flatMap(({ parameters }) => parameters.slice(parameters.length > 1 ? 1 : 0));
}

function callbacksOf({ value: { file }, top }: Write): FunctionFact[] {
  const found: FunctionFact[] = [];
  for (let id = top, steps = 0; id !== NONE && steps < MAXIMUM_STEPS; steps += 1) {
    const fact = file.facts.values[id]!;
    if (fact.kind === 'call') {
      for (const argument of fact.args) {
        const given = file.facts.values[argument]!;
        if (given.kind === 'function') found.push(file.facts.functions[given.function]!);
      }
      id = fact.callee;
    } else if (fact.kind === 'member') id = fact.object;
    else break;
  }
  return found;
}

/** `order` in `order.save()` and `repository.save(order)`, `id` in `insert({ id, … })`: local names, made by a call. */
function recordsOf({ value: { file }, top }: Write, around: FunctionFact): BindingId[] {
  const found: BindingId[] = [];
  const add = (id: ValueId): void => {
    const fact = file.facts.values[id]!;
    const binding = fact.kind === 'reference' && fact.binding !== NONE ? file.facts.bindings[fact.binding]! : undefined;
    if (fact.kind === 'reference' && binding !== undefined && inExtent(binding.start, around) && binding.writes.some(({ value }) => isMade(file, value))) found.push(fact.binding);
  };
  for (let id = top, steps = 0; id !== NONE && steps < MAXIMUM_STEPS; steps += 1) {
    const fact = file.facts.values[id]!;
    if (fact.kind === 'call') {
      for (const argument of fact.args) {
        add(argument);
        const given = file.facts.values[argument]!;
        for (const { name, value } of given.kind === 'object' ? given.properties : []) if (name !== null && ID.test(name)) add(value);
      }
      id = fact.callee;
    } else if (fact.kind === 'member') id = fact.object;
    else {
      add(id);
      break;
    }
  }
  return found;
}

/** `new Order(…)`, `repository.create(…)`, `uuid()`, an object written here; not what was read (`await`) or came from outside. */
function isMade(file: LinkedFile, value: ValueId): boolean {
  const fact = file.facts.values[value]!;
  return fact.kind === 'call' || fact.kind === 'object' || fact.kind === 'template';
}

/** `order._id`, `orderId`, `order` as a whole. */
function isKeyOf(file: LinkedFile, use: ValueId): boolean {
  const fact = file.facts.values[use]!;
  const parent = file.parentOf(use);
  const outer = parent === NONE ? undefined : file.facts.values[parent]!;
  if (outer?.kind === 'member' && outer.object === use) return outer.name !== null && KEY.test(outer.name);
  return outer?.kind === 'object' || (fact.kind === 'reference' && KEY.test(fact.name));
}

function usesWithin(file: LinkedFile, bindings: ReadonlySet<BindingId>, { start, end }: Extent): ValueId[] {
  return [...bindings].flatMap((binding) => file.facts.bindings[binding]!.uses.filter((use) => inExtent(file.facts.values[use]!.start, { start, end })));
}
