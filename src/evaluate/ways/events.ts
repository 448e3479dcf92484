/** What a function does with something that is open: where it is closed, handed on, kept, and what may fail in between. */
import { NONE } from '../../contracts/facts.js';
import type { BindingId, FunctionId, ValueId } from '../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { usesIn } from '../file-uses.js';
import { isInCatch } from '../reach/ordinary-reach.js';
import { awaitsOf, mayFail } from '../failures/rejections.js';
import { writtenName } from '../../contracts/written-name.js';
import type { WayEvent } from './follow.js';
import { functionAt } from './held.js';
import type { Held } from './held.js';

/** Is a call of this method on it one that closes it? */
export type Closes = (call: ValueRef, method: string) => boolean;

export interface Doings {
  events: WayEvent[];
  /** Callbacks that have to close it: they run later, or instead of what stands behind them. */
  callbacks: FunctionId[];
  /** Is it returned, so that the caller has to close it? */
  isReturned: boolean;
  /** Somebody else has it, too, and may close it. */
  isShared: boolean;
}

/** Names of functions that close what they are given: `pool.releaseConnection(connection)`. */
const CLOSING_NAME = /release|unlock|close|destroy|dispose|cleanup|clean_up|giveback|putback|disconnect|rollback|abort|finish|^(?:end|done|free|return)/i;
/** Methods that end a pool or a client with all its connections. */
const ENDS = /^(?:destroy|end|close|disconnect|drain|clear)$/;
/** A callback of these runs for an event of somebody else. */
const LISTENS = /^(?:on|once|addListener|addEventListener|prependListener|setTimeout|setInterval|setImmediate|nextTick|schedule)$/;
const MAXIMUM_CALLS = 3;

export function doingsOf(held: Held, closes: Closes, program: Program): Doings {
  const doings: Doings = { events: failuresIn(held, program), callbacks: [], isReturned: false, isShared: false };
  if (held.opensAt !== null) doings.events.push({ kind: 'open', ...held.opensAt });
  const { file } = held;
  for (const reference of referencesTo(held)) {
    const use = useOf({ file, id: reference }, { closes, closers: held.closers }, program, 0);
    const around = file.functionAt(file.facts.values[reference]!.start);
    if (around !== held.function) doInside({ held, around, use, at: reference }, doings, program);
    else if (use.kind === 'closes') close(use.value, file, doings);
    else if (use.kind === 'returned') {
      doings.isReturned = true;
      close(use.value, file, doings);
    } else if (use.kind === 'shared') doings.isShared = true;
  }
  for (const end of endsOfOwners(held)) close(end, file, doings);
  return doings;
}

/** `await pool.end()` of the pool that it was taken from. */
function endsOfOwners({ file, owners, function: id }: Held): ValueId[] {
  return owners.flatMap((owner) => file.facts.bindings[owner]!.uses).flatMap((use) => {
    const member = file.parentOf(use);
    const fact = member === NONE ? undefined : file.facts.values[member]!;
    const call = file.parentOf(member === NONE ? use : member);
    if (fact?.kind !== 'member' || fact.name === null || !ENDS.test(fact.name) || call === NONE) return [];
    return file.facts.values[call]!.kind === 'call' && file.functionAt(fact.start) === id ? [call] : [];
  });
}

type Use = { kind: 'closes' | 'returned'; value: ValueId } | { kind: 'used' | 'shared'; value?: ValueId };

function close(value: ValueId, file: LinkedFile, doings: Doings): void {
  doings.events.push({ kind: 'close', at: file.facts.values[value]!.end, value });
}

/** Every mention by name, also by another name that it is given, and of what closes it by being called. */
function referencesTo({ file, bindings, closers }: Held): ValueId[] {
  const uses = bindings.flatMap((binding) => file.facts.bindings[binding]!.uses);
  const aliases = uses.flatMap((use) => usesIn(file).bindingsOf(use)).filter((alias) => !bindings.includes(alias));
  return [...new Set([...bindings, ...aliases, ...closers])].flatMap((binding: BindingId) => file.facts.bindings[binding]!.uses);
}

/** What closes it: methods of it, and names that do so by being called. */
interface Closing {
  closes: Closes;
  closers: readonly BindingId[];
}

/** What is done with it at one mention. */
function useOf(reference: ValueRef, closing: Closing, program: Program, depth: number): Use {
  const { file, id } = reference;
  const isCloser = isCloserAt(reference, closing);
  const uses = usesIn(file);
  const parent = file.parentOf(id);
  if (parent === NONE) {
    if (uses.returnedBy(id).length > 0) return { kind: 'returned', value: id };
    return uses.writtenTo(id).length > 0 ? { kind: 'shared' } : { kind: 'used' };
  }
  const fact = file.facts.values[parent]!;
  if (fact.kind === 'call' && fact.callee === id) return { kind: isCloser ? 'closes' : 'used', value: parent };
  if (fact.kind === 'member' && fact.object === id) return useOfMember({ file, id: parent }, fact.name ?? '', closing.closes);
  if (fact.kind === 'call') return useAsArgument(reference, { file, id: parent }, closing, program, depth);
  if (fact.kind === 'object') return { kind: isOptionOfQuery({ file, id: parent }, program) ? 'used' : 'shared' };
  if (fact.kind === 'array' || fact.kind === 'spread' || fact.kind === 'yield') return { kind: 'shared' };
  if (fact.kind === 'await' || fact.kind === 'cast' || fact.kind === 'logical' || fact.kind === 'conditional') return useOf({ file, id: parent }, closing, program, depth);
  return { kind: 'used' };
}

/** `Order.create(order, { session })`: a query runs on what its options name, and closes nothing. */
function isOptionOfQuery({ file, id }: ValueRef, program: Program): boolean {
  const call = file.parentOf(id);
  return call !== NONE && file.facts.values[call]!.kind === 'call' && program.rolesAt({ file, id: call }).some(({ role }) => RUNS_ON.has(role));
}

const RUNS_ON: ReadonlySet<string> = new Set(['orm.query', 'orm.write', 'sql.execute', 'record.save']);

/** Is it a name that closes it by being called? Handed on, it still does. */
function isCloserAt({ file, id }: ValueRef, closing: Closing): boolean {
  const own = file.facts.values[id]!;
  return own.kind === 'reference' && closing.closers.includes(own.binding);
}

function useOfMember({ file, id }: ValueRef, name: string, closes: Closes): Use {
  const call = file.parentOf(id);
  const fact = call === NONE ? undefined : file.facts.values[call]!;
  if (fact?.kind !== 'call') return { kind: 'used' };
  // Also `stream.on('end', client.release)`.
  return closes({ file, id: call }, name) ? { kind: 'closes', value: call } : { kind: 'used' };
}

function useAsArgument(reference: ValueRef, call: ValueRef, closing: Closing, program: Program, depth: number): Use {
  const fact = program.fact(call);
  if (fact.kind !== 'call') return { kind: 'used' };
  const callee = call.file.facts.values[fact.callee]!;
  const name = writtenName(callee) ?? '';
  if (CLOSING_NAME.test(name)) return { kind: 'closes', value: call.id };
  const callees = program.callees(call);
  if (callees.length === 0 || depth >= MAXIMUM_CALLS) return { kind: 'shared' };
  const index = fact.args.indexOf(reference.id);
  const given = callees.flatMap((ref) => {
    const parameter = program.functionFact(ref).parameters[index];
    const uses = parameter === undefined || parameter.binding === NONE ? [] : ref.file.facts.bindings[parameter.binding]!.uses;
    const closers = parameter !== undefined && isCloserAt(reference, closing) ? [parameter.binding] : [];
    return uses.map((use) => useOf({ file: ref.file, id: use }, { ...closing, closers }, program, depth + 1));
  });
  if (given.some(({ kind }) => kind === 'closes')) return { kind: 'closes', value: call.id };
  return { kind: given.some(({ kind }) => kind === 'shared' || kind === 'returned') || fact.isNew ? 'shared' : 'used' };
}

/** A mention in a function that is written inside: what becomes of that function decides. */
function doInside({ held, around, use, at }: { held: Held; around: FunctionId; use: Use; at: ValueId }, doings: Doings, program: Program): void {
  if (use.kind === 'used') return;
  if (use.kind !== 'closes') {
    doings.isShared ||= use.kind === 'shared';
    return;
  }
  const { file } = held;
  const inner = childOf(file, around, held.function);
  if (inner === NONE) {
    doings.isShared = true;
    return;
  }
  const value = usesIn(file).valueOfFunction(inner);
  const named = usesIn(file).bindingsOfFunction(inner).flatMap((binding) => file.facts.bindings[binding]!.uses);
  const places = named.filter((id) => file.functionAt(file.facts.values[id]!.start) === held.function);
  if (value !== NONE) places.push(value);
  for (const place of places) runAt({ file, id: place }, inner, doings, program);
  doInsideOthers(held, inner, named, doings, program);
  if (places.length === 0) close(at, file, doings);
}

/** `input.once('end', () => giveBack())`: another function inside calls the one that closes it. */
function doInsideOthers(held: Held, inner: FunctionId, named: readonly ValueId[], doings: Doings, program: Program): void {
  const { file } = held;
  for (const id of named) {
    const around = childOf(file, file.functionAt(file.facts.values[id]!.start), held.function);
    const value = around === NONE || around === inner ? NONE : usesIn(file).valueOfFunction(around);
    if (value !== NONE) runAt({ file, id: value }, around, doings, program);
  }
}

/** The function inside `outer` in which `inner` is written, or `inner` itself; NONE when it is not inside. */
function childOf(file: LinkedFile, inner: FunctionId, outer: FunctionId): FunctionId {
  for (let id = inner; id > 0; id = file.facts.functions[id]!.parent) if (file.facts.functions[id]!.parent === outer) return id;
  return NONE;
}

/** A closing function is called, or given to something that calls it. */
function runAt({ file, id }: ValueRef, inner: FunctionId, doings: Doings, program: Program): void {
  const parent = file.parentOf(id);
  const fact = parent === NONE ? undefined : file.facts.values[parent]!;
  if (fact?.kind === 'object' || (parent === NONE && usesIn(file).returnedBy(id).length > 0)) doings.isShared = true;
  if (fact?.kind !== 'call') return;
  if (fact.callee === id) return close(parent, file, doings);
  const callee = file.facts.values[fact.callee]!;
  const name = writtenName(callee) ?? '';
  if (LISTENS.test(name)) doings.isShared = true;
  else if (name === 'catch') return;
  else if (name === 'finally' || (name === 'then' && (fact.args.length > 1 || isCaughtBehind({ file, id: parent })))) close(parent, file, doings);
  else if (name === 'then') {
    doings.events.push({ kind: 'fail', at: callee.end, value: parent });
    close(parent, file, doings);
  } else {
    close(parent, file, doings);
    if (functionAt({ file, id }) === inner && !doings.callbacks.includes(inner)) doings.callbacks.push(inner);
    if (program.callees({ file, id: parent }).length > 0) doings.isShared = true;
  }
}

/** Does a later `.catch(…)` or `.finally(…)` of the chain stand behind it? */
function isCaughtBehind({ file, id }: ValueRef): boolean {
  for (let at = file.parentOf(id); at !== NONE; at = file.parentOf(at)) {
    const fact = file.facts.values[at]!;
    if (fact.kind === 'member' && (fact.name === 'catch' || fact.name === 'finally')) return true;
    if (fact.kind !== 'member' && fact.kind !== 'call') return false;
  }
  return false;
}

/** Methods with which work on it begins, as the documentation of drivers writes them before the `try`. */
const TAKES_UP = /^(?:connect|startTransaction|beginTransaction)$/;

/** What is awaited and may fail. Where it fails to connect (`await runner.connect()`) it has taken nothing yet; one that opens no transaction is broken. */
function failuresIn(held: Held, program: Program): WayEvent[] {
  const { file } = held;
  return awaitsOf(file, held.function)
    .filter((value) => mayFail({ file, id: value }, program) && !takesUp(value, held) && !isUndoing(value, held))
    .map((value) => ({ kind: 'fail', at: file.facts.values[value]!.end, value }));
}

/** `await session.abortTransaction()` in a `catch`: that undoing fails as well is one failure more than a reader asks about. */
function isUndoing(value: ValueId, { file, bindings }: Held): boolean {
  const { values } = file.facts;
  const fact = values[value]!;
  const call = fact.kind === 'await' ? values[fact.operand]! : fact;
  const callee = call.kind === 'call' ? values[call.callee]! : undefined;
  const object = callee?.kind === 'member' && /^(?:abort|rollback)/i.test(callee.name ?? '') ? values[callee.object]! : undefined;
  return object?.kind === 'reference' && bindings.includes(object.binding) && isInCatch(file, value);
}

/** `await runner.connect()`, `await startTransaction(client)`. */
function takesUp(value: ValueId, { file, bindings }: Held): boolean {
  const { values } = file.facts;
  const fact = values[value]!;
  const call = fact.kind === 'await' ? values[fact.operand]! : fact;
  const callee = call.kind === 'call' ? values[call.callee]! : undefined;
  if (call.kind !== 'call' || callee === undefined || !TAKES_UP.test(writtenName(callee) ?? '')) return false;
  const taken = [...(callee.kind === 'member' ? [callee.object] : []), ...call.args].map((id) => values[id]!);
  return taken.some((each) => each.kind === 'reference' && bindings.includes(each.binding));
}
