/** Which of the entered calls a place belongs to. */
import type { FunctionRef, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { directSources } from '../sources.js';
import { factOf, keyOf, sameValue } from '../value-graph.js';
import { type CallFrame, enter } from './visit.js';

const MAXIMUM_SEARCH = 40;

/** The nearest entered call that runs the function. */
export function frameOf(link: Linking, frame: CallFrame | null, ref: FunctionRef): CallFrame | null {
  for (let current = frame; current !== null; current = current.outer) {
    if (enteredBy(link, current).some((entered) => entered.file === ref.file && entered.id === ref.id)) return current;
  }
  return null;
}

/** The functions whose body an entered call is in. */
function enteredBy(link: Linking, frame: CallFrame): readonly FunctionRef[] {
  return frame.callback === null ? link.callees(frame.call) : [frame.callback];
}

function runs(link: Linking, call: FileValue, ref: FunctionRef): boolean {
  return link.callees(call).some((callee) => callee.file === ref.file && callee.id === ref.id);
}

/** The entered calls that are still under way at a place: those that run a function around it. */
export function framesAround(link: Linking, frame: CallFrame | null, place: ValueRef): CallFrame | null {
  for (let current = frame; current !== null; current = current.outer) {
    if (enteredBy(link, current).some((callee) => callee.file === place.file && encloses(callee, factOf(place).start))) return current;
  }
  return null;
}

function encloses({ file, id }: FunctionRef, offset: number): boolean {
  const fact = file.facts.functions[id];
  return fact !== undefined && fact.start <= offset && offset < fact.end;
}

/** The entered calls with those on the way of a function that is handed on before the place where it is run. */
export function framesThrough(link: Linking, frame: CallFrame | null, through: readonly ValueRef[], place: ValueRef): CallFrame | null {
  const [first] = through;
  let result = framesAround(link, frame, first ?? place);
  for (const call of through) result = enter(result, indexed(call));
  return result;
}

/** A call that made something, and the entered calls around it. */
export interface Making {
  call: FileValue;
  frame: CallFrame | null;
}

/**
 * The calls of `outer` that made the function which an entered call runs: for `g()` with `const g = make(x)` the call `make(x)`,
 * where `outer` is `make` and the function stands inside it. Empty when they cannot all be told.
 */
export function makingsOf(link: Linking, frame: CallFrame | null, outer: FunctionRef): Making[] {
  for (let current = frame; current !== null; current = current.outer) {
    const isInner = link.callees(current.call).some((callee) => callee.file === outer.file && callee.id !== outer.id && isWithin(callee, outer));
    if (!isInner) continue;
    const fact = factOf(current.call);
    const calls = fact.kind === 'call' ? makersBehind(link, sibling(current.call, fact.callee), outer) : null;
    if (calls === null) continue;
    return calls.map((call) => ({ call, frame: framesAround(link, current.outer, call) }));
  }
  return [];
}

function isWithin(inner: FunctionRef, outer: FunctionRef): boolean {
  return encloses(outer, inner.file.facts.functions[inner.id]?.start ?? -1);
}

/** Backwards from a called expression to the calls of a function; null when some way back does not come to one. */
function makersBehind(link: Linking, callee: FileValue, outer: FunctionRef): FileValue[] | null {
  const found: FileValue[] = [];
  const seen = new Set<number>();
  const open = [callee];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (seen.has(keyOf(value))) continue;
    seen.add(keyOf(value));
    if (seen.size > MAXIMUM_SEARCH) return null;
    const fact = factOf(value);
    if (fact.kind === 'call' && runs(link, value, outer)) {
      found.push(value);
      continue;
    }
    // A method of what the call made: `make(x).build`.
    const next = fact.kind === 'member' ? [sibling(value, fact.object)] : directSources(link, value);
    if (next.length === 0 || next.some((source) => sameValue(source, value))) return null;
    open.push(...next);
  }
  return found.length === 0 ? null : found;
}
