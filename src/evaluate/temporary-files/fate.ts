/** What becomes of a temporary file or directory: is it removed wherever the code that made it is left? */
import { NONE } from '../../contracts/facts.js';
import type { BindingId, FunctionId, Offset, ValueId } from '../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { usesIn } from '../file-uses.js';
import { isNothing } from '../../contracts/nothing.js';
import { callsIn } from '../reach/reach.js';
import { awaitsOf, mayFail } from '../failures/rejections.js';
import { firstLeak } from '../ways/follow.js';
import type { Leak, WayEvent } from '../ways/follow.js';
import { writtenName } from '../../contracts/written-name.js';
import { joinedTop } from './paths.js';
import { useOfPath } from './uses.js';

/** A path that is held under names of one function, and from where on something is there. */
export interface HeldPath {
  file: LinkedFile;
  function: FunctionId;
  bindings: readonly BindingId[];
  opensAt: { at: Offset; value: ValueId };
}

export type PathFate = { kind: 'removed' } | { kind: 'left'; how: Leak['how'] | 'never'; at: ValueRef | null } | { kind: 'unknown'; reason: string };

const MAXIMUM_RETURNS = 2;
const MAXIMUM_CALLERS = 24;
/** Kept for longer than a function runs: by a module, a class, whoever was given it. */
export const ELSEWHERE: PathFate = { kind: 'unknown', reason: 'whether what keeps the path removes what is there' };
const SYNCHRONOUS = /Sync$/;

/** The path that a call gives, followed to where it is held: under a name, or by the callers of a function that returns it. */
export function fateOfMade(call: ValueRef, program: Program, returns = 0): PathFate {
  const { file } = call;
  const top = outermost(call);
  const around = file.functionAt(file.facts.values[top]!.start);
  const bindings = usesIn(file).bindingsOf(top).filter((binding) => file.facts.bindings[binding]!.function === around);
  if (bindings.some((binding) => file.facts.bindings[binding]!.isDisposed)) return { kind: 'removed' };
  if (bindings.length > 0 && around > 0) return fateOfPath({ file, function: around, bindings, opensAt: { at: file.facts.values[top]!.end, value: top } }, program, returns);
  return usesIn(file).returnedBy(top).length > 0 ? fateAtCallers(file, around, program, returns) : ELSEWHERE;
}

function outermost({ file, id }: ValueRef): ValueId {
  let top = id;
  for (let parent = file.parentOf(top); parent !== NONE && ['await', 'cast', 'logical'].includes(file.facts.values[parent]!.kind); parent = file.parentOf(top)) top = parent;
  return top;
}

function fateAtCallers(file: LinkedFile, id: FunctionId, program: Program, returns: number): PathFate {
  const callers = id === 0 || returns >= MAXIMUM_RETURNS ? [] : program.callersOf({ file, id });
  if (callers.length === 0 || callers.length > MAXIMUM_CALLERS) return { kind: 'unknown', reason: 'whether those who get the path remove what is there' };
  const fates = callers.map((caller) => fateOfMade(caller, program, returns + 1));
  return fates.find(({ kind }) => kind === 'left') ?? fates.find(({ kind }) => kind === 'unknown') ?? { kind: 'removed' };
}

export function fateOfPath(held: HeldPath, program: Program, returns = 0): PathFate {
  const { file } = held;
  const doings = doingsWith(held, program);
  const isRemoved = doings.events.some(({ kind }) => kind === 'close');
  if (!isRemoved) return doings.isShared ? ELSEWHERE : { kind: 'left', how: 'never', at: null };
  const leak = firstLeak({ file, function: held.function, events: doings.events, opensAtStart: false, whenOpen: (condition) => whenThere(condition, held) });
  if (leak !== null) return doings.isShared ? ELSEWHERE : { kind: 'left', how: leak.how, at: leak.value === NONE ? null : { file, id: leak.value } };
  return doings.isReturned ? fateAtCallers(file, held.function, program, returns) : { kind: 'removed' };
}

interface Doings {
  events: WayEvent[];
  isShared: boolean;
  isReturned: boolean;
}

function doingsWith(held: HeldPath, program: Program): Doings {
  const { file } = held;
  const doings: Doings = { events: [{ kind: 'open', ...held.opensAt }, ...failuresIn(held, program)], isShared: false, isReturned: false };
  const close = (value: ValueId) => void doings.events.push({ kind: 'close', at: file.facts.values[value]!.end, value });
  for (const reference of referencesTo(held)) {
    const use = useOfPath({ file, id: reference }, program);
    const around = file.functionAt(file.facts.values[reference]!.start);
    if (around !== held.function) {
      if (use.kind === 'removes') for (const value of runsOf(file, around, held.function, doings)) close(value);
      else doings.isShared ||= use.kind === 'kept';
    } else if (use.kind === 'removes') close(use.call);
    else if (use.kind === 'returned') {
      doings.isReturned = true;
      close(reference);
    } else doings.isShared ||= use.kind === 'kept' || isHandedOnBelow({ file, id: reference }, program);
  }
  return doings;
}

/** Is a path below it, made of it here (`join(dir, 'report.pdf')`), given to somebody who keeps it or may clean up around it? */
function isHandedOnBelow(reference: ValueRef, program: Program): boolean {
  const { file } = reference;
  const top = joinedTop(reference);
  if (top === reference.id) return false;
  const uses = usesIn(file).bindingsOf(top).flatMap((binding) => file.facts.bindings[binding]!.uses);
  return [top, ...uses].map((id) => useOfPath({ file, id }, program)).some((use) => use.kind === 'returned' || use.kind === 'kept' || (use.kind === 'removes' && program.callees({ file, id: use.call }).length > 0));
}

/** Where a function written inside, which removes it, is called or run at the end; elsewhere it runs nobody knows when. */
function runsOf(file: LinkedFile, inner: FunctionId, outer: FunctionId, doings: Doings): ValueId[] {
  let child = inner;
  for (; child > 0 && file.facts.functions[child]!.parent !== outer; child = file.facts.functions[child]!.parent);
  const uses = usesIn(file);
  const literal = child > 0 ? uses.valueOfFunction(child) : NONE;
  const named = child > 0 ? uses.bindingsOfFunction(child).flatMap((binding) => file.facts.bindings[binding]!.uses) : [];
  const runs = [...named, ...(literal === NONE ? [] : [literal])].flatMap((place) => {
    const parent = file.parentOf(place);
    const call = parent === NONE ? undefined : file.facts.values[parent]!;
    if (call?.kind !== 'call') return [];
    const callee = file.facts.values[call.callee]!;
    return file.functionAt(call.start) === outer && (call.callee === place || (callee.kind === 'member' && callee.name === 'finally')) ? [parent] : [];
  });
  if (runs.length === 0) doings.isShared = true;
  return runs;
}

function referencesTo({ file, bindings }: HeldPath): ValueId[] {
  const uses = bindings.flatMap((binding) => file.facts.bindings[binding]!.uses);
  const aliases = uses.flatMap((use) => usesIn(file).bindingsOf(use)).filter((alias) => !bindings.includes(alias));
  return [...uses, ...aliases.flatMap((alias) => file.facts.bindings[alias]!.uses)];
}

/** What is awaited and may fail, and reading, writing and running programs at once. */
function failuresIn({ file, function: id }: HeldPath, program: Program): WayEvent[] {
  const awaited = awaitsOf(file, id).filter((value) => mayFail({ file, id: value }, program));
  const atOnce = callsIn({ file, id }).filter((call) => {
    const fact = file.facts.values[call]!;
    const callee = fact.kind === 'call' ? file.facts.values[fact.callee]! : undefined;
    const name = writtenName(callee);
    return name !== null && name !== undefined && SYNCHRONOUS.test(name) && program.rolesAt({ file, id: call }).some(({ role }) => /^(?:file\.(?:read|write)|(?:process|shell)\.execute)$/.test(role));
  });
  return [...awaited, ...atOnce].map((value) => ({ kind: 'fail', at: file.facts.values[value]!.end, value }));
}

/** What a condition is while there is something: `path` and `path !== null` are true. */
function whenThere(id: ValueId, held: HeldPath): boolean | null {
  const { values } = held.file.facts;
  const fact = id === NONE ? undefined : values[id];
  if (fact?.kind === 'reference') return held.bindings.includes(fact.binding) ? true : null;
  if (fact?.kind === 'unary' && fact.operator === '!') {
    const operand = whenThere(fact.operand, held);
    return operand === null ? null : !operand;
  }
  // `existsSync(path)`.
  if (fact?.kind === 'call' || fact?.kind === 'await') {
    const call = fact.kind === 'await' ? values[fact.operand]! : fact;
    const first = call.kind === 'call' ? values[call.args[0] ?? NONE] : undefined;
    const callee = call.kind === 'call' ? values[call.callee]! : undefined;
    const name = writtenName(callee) ?? '';
    return /exists/i.test(name) && first?.kind === 'reference' && held.bindings.includes(first.binding) ? true : null;
  }
  if (fact?.kind === 'binary' && /^[!=]==?$/.test(fact.operator) && [fact.left, fact.right].some((side) => isNothing(values[side]))) {
    const other = isNothing(values[fact.left]) ? fact.right : fact.left;
    const isThere = whenThere(other, held);
    return isThere === null ? null : fact.operator.startsWith('!') ? isThere : !isThere;
  }
  if (fact?.kind === 'logical' && fact.operator === '&&') return [fact.left, fact.right].every((side) => whenThere(side, held) === true) ? true : null;
  return null;
}
