/** Which failures of an asynchronous function leave it as the rejection of its promise. */
import { append } from '../../contracts/multimap.js';
import type { BlockId, FunctionId, ValueId } from '../../contracts/facts.js';
import { NONE } from '../../contracts/facts.js';
import type { FunctionRef, LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { keyOf } from '../reach/reach.js';

/** Functions deep that a failure is looked for. */
const MAXIMUM_DEPTH = 3;

const MEMO = new WeakMap<Program, Map<string, ValueRef | null>>();

/**
 * The first operation of the function whose failure rejects its promise: an `await` or a `throw` that no `catch` of the function
 * stands around. Null when there is none that counts: what is awaited takes its own failures, or it is an answer or a pause.
 * What fails while another failure is dealt with (in a `catch` or `finally`) does not count, a rethrow does.
 */
export function escapingFailure(ref: FunctionRef, program: Program): ValueRef | null {
  return failureIn(ref, program, 0);
}

/** The operation by which the promise that a call gives may be rejected; of a function that is not asynchronous, what it returns. Null when none is seen. */
export function rejectionOf(call: ValueRef, program: Program): ValueRef | null {
  const callees = program.callees(call);
  if (callees.length === 0) return call;
  const found = callees.map((callee) => {
    const fact = program.functionFact(callee);
    if (fact.isAsync) return failureIn(callee, program, 0);
    const returned = fact.returns.find((id) => mayReject({ file: callee.file, id }, program, 1));
    return returned === undefined ? null : { file: callee.file, id: returned };
  });
  return found.find((each) => each !== null) ?? null;
}

function failureIn(ref: FunctionRef, program: Program, depth: number): ValueRef | null {
  let known = MEMO.get(program);
  if (known === undefined) MEMO.set(program, (known = new Map()));
  const key = keyOf(ref);
  const found = known.get(key);
  if (found !== undefined) return found;
  // A function that calls itself fails only by what it does beside.
  known.set(key, null);
  const failure = firstFailure(ref, program, depth);
  known.set(key, failure);
  return failure;
}

function firstFailure({ file, id }: FunctionRef, program: Program, depth: number): ValueRef | null {
  const thrown = (file.facts.functions[id]?.throws ?? []).filter((value) => !isCaught(file, value));
  const awaited = awaitsOf(file, id).filter((value) => placeOf(file, value) === 'open' && mayReject({ file, id: operandOf(file, value) }, program, depth));
  const handedOn = file.facts.functions[id]?.isAsync === true ? file.facts.functions[id]!.returns.filter((value) => isPromiseReturned({ file, id: value }, program) && mayReject({ file, id: value }, program, depth)) : [];
  const [first] = [...thrown, ...awaited, ...handedOn].sort((a, b) => file.facts.values[a]!.start - file.facts.values[b]!.start);
  return first === undefined ? null : { file, id: first };
}

/** Roles of library calls that give a promise of work which may fail. */
const WORK: ReadonlySet<string> = new Set(['orm.query', 'orm.write', 'nosql.query', 'sql.execute', 'http.request', 'service.call', 'llm.call', 'mail.send', 'job.add']);

/** `return orders.save(order)`: an asynchronous function takes over the rejection of a promise that it returns, also from inside a `try`. */
function isPromiseReturned(value: ValueRef, program: Program): boolean {
  const fact = program.fact(value);
  if (fact.kind !== 'call') return false;
  const callees = program.callees(value);
  if (callees.length > 0) return callees.every((callee) => program.functionFact(callee).isAsync);
  const takesCallback = fact.args.some((argument) => value.file.facts.values[argument]?.kind === 'function');
  return !takesCallback && program.rolesAt(value).some(({ role, confidence }) => WORK.has(role) && confidence === 'high');
}

function operandOf(file: LinkedFile, awaited: ValueId): ValueId {
  const fact = file.facts.values[awaited]!;
  return fact.kind === 'await' ? fact.operand : awaited;
}

/** Is the value inside a `try` of its function that has a `catch`? */
export function isCaught(file: LinkedFile, value: ValueId): boolean {
  return placeOf(file, value) === 'caught';
}

/** `handling`: in a `catch` or `finally` that no further `try` stands around. */
function placeOf(file: LinkedFile, value: ValueId): 'caught' | 'handling' | 'open' {
  const { blocks, values } = file.facts;
  let isHandling = false;
  for (let id = file.blockAt(values[value]!.start); id !== NONE; id = blocks[id]!.parent) {
    const block = blocks[id]!;
    if (block.kind === 'function' || block.kind === 'module') break;
    if (block.kind === 'try' && shapeOf(file).caught.has(id)) return 'caught';
    isHandling ||= block.kind === 'catch' || block.kind === 'finally';
  }
  return isHandling ? 'handling' : 'open';
}

/** Values that are no promise. */
const MADE_HERE: ReadonlySet<string> = new Set(['literal', 'template', 'concat', 'object', 'array', 'function', 'class']);

/** May what is awaited reject, as far as can be seen? */
function mayReject(operand: ValueRef, program: Program, depth: number): boolean {
  const fact = program.fact(operand);
  if (MADE_HERE.has(fact.kind)) return false;
  if (fact.kind !== 'call') return true;
  if (takesItsFailure(operand) || isPause(operand) || isHandOn(operand) || isAnswer(operand, program)) return false;
  const callees = program.callees(operand);
  if (callees.length === 0 || depth >= MAXIMUM_DEPTH) return true;
  return callees.some((callee) => calleeMayFail(callee, program, depth + 1));
}

function calleeMayFail(callee: FunctionRef, program: Program, depth: number): boolean {
  const fact = program.functionFact(callee);
  if (fact.isAsync) return failureIn(callee, program, depth) !== null;
  return fact.throws.length > 0 || fact.returns.some((id) => mayReject({ file: callee.file, id }, program, depth));
}

/** `promise.catch(…)`, `promise.then(done, failed)`, `Promise.allSettled(…)`. */
export function takesItsFailure({ file, id }: ValueRef): boolean {
  const fact = file.facts.values[id];
  const callee = fact?.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  if (fact?.kind !== 'call' || callee?.kind !== 'member') return false;
  if (callee.name === 'catch') return fact.args.length > 0;
  if (callee.name === 'finally') return takesItsFailure({ file, id: callee.object });
  return callee.name === 'allSettled' || (callee.name === 'then' && fact.args.length > 1);
}

/** `new Promise((resolve) => setTimeout(resolve, 100))`: nobody can reject it. */
function isPause({ file, id }: ValueRef): boolean {
  const fact = file.facts.values[id];
  if (fact?.kind !== 'call' || !fact.isNew) return false;
  const callee = file.facts.values[fact.callee];
  const executor = file.facts.values[fact.args[0] ?? NONE];
  return callee?.kind === 'reference' && callee.name === 'Promise' && executor?.kind === 'function' && file.facts.functions[executor.function]!.parameters.length === 1;
}

/** `await next()`: what runs next is asked for its own failures. */
function isHandOn({ file, id }: ValueRef): boolean {
  const fact = file.facts.values[id];
  const callee = fact?.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  return callee?.kind === 'reference' && callee.name === 'next' && file.facts.bindings[callee.binding]?.kind === 'parameter';
}

function isAnswer(call: ValueRef, program: Program): boolean {
  return program.rolesAt(call).some(({ role }) => role.startsWith('http.response.'));
}

/** The `await` values that stand directly in a function, in source order. */
export function awaitsOf(file: LinkedFile, id: FunctionId): readonly ValueId[] {
  return shapeOf(file).awaits.get(id) ?? [];
}

/** May this `await` throw, as far as can be seen? */
export function mayFail(awaited: ValueRef, program: Program): boolean {
  return mayReject({ file: awaited.file, id: operandOf(awaited.file, awaited.id) }, program, 0);
}

interface FileShape {
  /** Function → its `await` values. */
  awaits: ReadonlyMap<FunctionId, readonly ValueId[]>;
  /** The `try` blocks that have a `catch`. */
  caught: ReadonlySet<BlockId>;
}

const SHAPES = new WeakMap<LinkedFile, FileShape>();

function shapeOf(file: LinkedFile): FileShape {
  let shape = SHAPES.get(file);
  if (shape === undefined) {
    const awaits = new Map<FunctionId, ValueId[]>();
    for (const id of file.valuesOfKind('await')) {
      const around = file.functionAt(file.facts.values[id]!.start);
      append(awaits, around, id);
    }
    shape = { awaits, caught: new Set(file.facts.blocks.flatMap((block) => (block.kind === 'catch' ? [block.try] : []))) };
    SHAPES.set(file, shape);
  }
  return shape;
}
