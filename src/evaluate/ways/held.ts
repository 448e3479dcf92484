/** How something that a call opened is held: under a name, by nobody, by the caller. */
import { NONE } from '../../contracts/facts.js';
import type { BindingId, FunctionId, Offset, ValueId } from '../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { usesIn } from '../file-uses.js';

/** It is held in a function: from `opensAt` on, or, with null, from its beginning (it is a parameter of a callback). */
export interface Held {
  file: LinkedFile;
  function: FunctionId;
  bindings: readonly BindingId[];
  /** Further names that close it by being called: `(err, client, release) => …`. */
  closers: readonly BindingId[];
  /** Names that are only set when nothing was opened: the error of a callback. */
  failures: readonly BindingId[];
  /** Names of what it was taken from, where they belong to the same function: a pool that is made for this alone and ended takes all with it. */
  owners: readonly BindingId[];
  opensAt: { at: Offset; value: ValueId } | null;
}

export type Holding =
  | { kind: 'held'; held: Held }
  /** It is closed where it is opened: `(await pool.connect()).release()`, `using`. */
  | { kind: 'closed' }
  /** Nobody can close it: what the call gives is used once, or (ignored) thrown away. */
  | { kind: 'dropped' | 'ignored' }
  | { kind: 'returned'; file: LinkedFile; function: FunctionId }
  /** Something else has it: a property, a list, a function that it is given to. */
  | { kind: 'elsewhere' };

/** @param isCloser is a method of this name one that closes it? */
export function holdingOf(call: ValueRef, program: Program, isCloser: (name: string) => boolean): Holding {
  const callback = callbackOf(call, program);
  if (callback !== null) return callback;
  const { file } = call;
  let id = call.id;
  for (let parent = file.parentOf(id); parent !== NONE; parent = file.parentOf(id)) {
    const fact = file.facts.values[parent]!;
    if (fact.kind === 'await' || fact.kind === 'cast' || fact.kind === 'logical' || fact.kind === 'conditional') {
      id = parent;
      continue;
    }
    if (fact.kind !== 'member' || fact.object !== id) return { kind: 'elsewhere' };
    const method = file.parentOf(parent);
    const called = method === NONE ? undefined : file.facts.values[method]!;
    if (called?.kind !== 'call' || called.callee !== parent || fact.name === null) return { kind: 'dropped' };
    if (isCloser(fact.name)) return { kind: 'closed' };
    const then = fact.name === 'then' ? functionAt({ file, id: called.args[0] ?? NONE }) : NONE;
    if (then !== NONE) return isCloser(ITSELF) ? heldAsCloser(file, then) : heldByParameter(file, then, 0, []);
    if (fact.name !== 'catch' && fact.name !== 'finally') return { kind: 'dropped' };
    id = method;
  }
  return heldAt({ file, id }, ownersOf(call), isCloser(ITSELF));
}

/** Stands among the names of methods for what closes it by being called itself: `const release = await mutex.acquire()`. */
const ITSELF = '()';

/** Where the outermost expression that stands for it is put. */
function heldAt({ file, id }: ValueRef, owners: readonly BindingId[], isItsCloser: boolean): Holding {
  const uses = usesIn(file);
  const bindings = uses.bindingsOf(id);
  const around = file.functionAt(file.facts.values[id]!.start);
  if (bindings.some((binding) => file.facts.bindings[binding]!.isDisposed)) return { kind: 'closed' };
  if (uses.writtenTo(id).length > 0 || bindings.some((binding) => file.facts.bindings[binding]!.function !== around)) return { kind: 'elsewhere' };
  if (bindings.length > 0) return { kind: 'held', held: { file, function: around, bindings, closers: isItsCloser ? bindings : [], failures: [], owners, opensAt: { at: file.facts.values[id]!.end, value: id } } };
  if (uses.returnedBy(id).length > 0) return { kind: 'returned', file, function: around };
  return { kind: uses.isTaken(id) ? 'elsewhere' : 'ignored' };
}

/** `dataSource` in `dataSource.createQueryRunner()`, when the function itself has made or got it. */
function ownersOf({ file, id }: ValueRef): BindingId[] {
  const call = file.facts.values[id]!;
  const callee = call.kind === 'call' ? file.facts.values[call.callee]! : undefined;
  const owner = callee?.kind === 'member' ? file.facts.values[callee.object]! : undefined;
  if (owner?.kind !== 'reference' || owner.binding === NONE) return [];
  return file.facts.bindings[owner.binding]!.function === file.functionAt(call.start) ? [owner.binding] : [];
}

/** `pool.getConnection((error, connection, release) => …)`. */
function callbackOf({ file, id }: ValueRef, program: Program): Holding | null {
  const fact = file.facts.values[id]!;
  const last = fact.kind === 'call' ? fact.args.at(-1) : undefined;
  if (last === undefined) return null;
  const given = functionAt({ file, id: last });
  if (given !== NONE) return heldByParameter(file, given, 1, [2]);
  const entities = program.resolve({ file, id: last });
  return entities.some(({ kind }) => kind === 'function') ? { kind: 'elsewhere' } : null;
}

function heldByParameter(file: LinkedFile, id: FunctionId, index: number, closers: readonly number[]): Holding {
  const { parameters } = file.facts.functions[id]!;
  const named = (at: number): BindingId[] => (parameters[at] === undefined || parameters[at].binding === NONE ? [] : [parameters[at].binding]);
  if (named(index).length === 0 && closers.every((at) => named(at).length === 0)) return { kind: 'dropped' };
  return { kind: 'held', held: { file, function: id, bindings: named(index), closers: closers.flatMap(named), failures: index > 0 ? named(0) : [], owners: [], opensAt: null } };
}

/** `mutex.acquire().then((release) => …)`; elsewhere where a variable outside of the callback keeps it. */
function heldAsCloser(file: LinkedFile, id: FunctionId): Holding {
  const holding = heldByParameter(file, id, 0, [0]);
  const isKept = holding.kind === 'held' && holding.held.bindings.flatMap((binding) => file.facts.bindings[binding]!.uses).some((use) => usesIn(file).bindingsOf(use).length > 0);
  return isKept ? { kind: 'elsewhere' } : holding;
}

/** The function that a value is written as, or NONE. */
export function functionAt({ file, id }: ValueRef): FunctionId {
  const fact = id === NONE ? undefined : file.facts.values[id];
  return fact?.kind === 'function' ? fact.function : NONE;
}
