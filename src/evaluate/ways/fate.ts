/** What becomes of something that a call opens: is it closed on every way? */
import { NONE } from '../../contracts/facts.js';
import type { ValueId } from '../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { doingsOf } from './events.js';
import type { Closes } from './events.js';
import { firstLeak } from './follow.js';
import type { Leak } from './follow.js';
import { fromFirstUse } from './taken-up.js';
import { holdingOf } from './held.js';
import type { Held } from './held.js';
import { isNothing } from '../../contracts/nothing.js';

export type Fate =
  | { kind: 'closed' }
  /** `never`: nothing closes it; `ignored`: nobody even has it. `at` is what fails or what is returned while it is open. */
  | { kind: 'leak'; how: Leak['how'] | 'never' | 'ignored'; at: ValueRef | null }
  | { kind: 'unknown'; reason: string };

/** What is opened: which calls close it, and does it take nothing until it is used? */
export interface Resource {
  closes: Closes;
  isLazy?: boolean;
}

const MAXIMUM_RETURNS = 2;
const MAXIMUM_CALLERS = 24;
const MAXIMUM_CALLBACKS = 6;

/**
 * Follows what the call opens to wherever it is left: in its function, in the callbacks that get it, and, where it is returned, in the callers.
 */
export function fateOf(call: ValueRef, resource: Resource, program: Program, returns = 0): Fate {
  const opened = holdingOf(call, program, (name) => resource.closes(call, name));
  const holding = resource.isLazy === true ? fromFirstUse(opened, call) : opened;
  switch (holding.kind) {
    case 'closed':
      return { kind: 'closed' };
    case 'ignored':
      return { kind: 'leak', how: 'ignored', at: null };
    case 'dropped':
      return { kind: 'leak', how: 'never', at: null };
    case 'elsewhere':
      return { kind: 'unknown', reason: 'whether what keeps it closes it' };
    case 'returned':
      return fateAtCallers({ file: holding.file, id: holding.function }, resource, program, returns);
    case 'held':
      return fateOfHeld(holding.held, resource, program, returns);
  }
}

function fateAtCallers(around: { file: LinkedFile; id: number }, resource: Resource, program: Program, returns: number): Fate {
  const callers = around.id === 0 || returns >= MAXIMUM_RETURNS ? [] : program.callersOf(around);
  if (callers.length === 0 || callers.length > MAXIMUM_CALLERS) return { kind: 'unknown', reason: 'whether those who get it close it' };
  const fates = callers.map((caller) => fateOf(caller, resource, program, returns + 1));
  return fates.find(({ kind }) => kind === 'leak') ?? fates.find(({ kind }) => kind === 'unknown') ?? { kind: 'closed' };
}

/** @param held where it is open, and under which names */
export function fateOfHeld(held: Held, resource: Resource, program: Program, returns = 0, depth = 0): Fate {
  const { file } = held;
  const doings = doingsOf(held, resource.closes, program);
  const isClosed = doings.events.some(({ kind }) => kind === 'close');
  if (!isClosed && doings.isShared) return { kind: 'unknown', reason: 'whether what it is given to closes it' };
  if (!isClosed) return { kind: 'leak', how: 'never', at: null };
  const whenOpen = (condition: ValueId) => conditionWhenOpen(condition, held);
  const leak = firstLeak({ file, function: held.function, events: doings.events, opensAtStart: held.opensAt === null, whenOpen });
  if (leak !== null) return doings.isShared && leak.how !== 'failure' ? { kind: 'unknown', reason: 'whether what it is given to closes it' } : { kind: 'leak', how: leak.how, at: leak.value === NONE ? null : { file, id: leak.value } };
  if (depth < MAXIMUM_CALLBACKS) {
    for (const callback of doings.callbacks) {
      const fate = fateOfHeld({ ...held, function: callback, failures: [], opensAt: null }, resource, program, returns, depth + 1);
      if (fate.kind !== 'closed') return fate;
    }
  }
  return doings.isReturned ? fateAtCallers({ file, id: held.function }, resource, program, returns) : { kind: 'closed' };
}

/** What a condition is while it is open: `client` and `!error` are true, `client === null` is false. */
function conditionWhenOpen(id: ValueId, held: Held): boolean | null {
  const { file } = held;
  const fact = id === NONE ? undefined : file.facts.values[id];
  switch (fact?.kind) {
    case 'reference':
      return held.bindings.includes(fact.binding) || held.closers.includes(fact.binding) ? true : held.failures.includes(fact.binding) ? false : null;
    case 'unary': {
      const operand = fact.operator === '!' ? conditionWhenOpen(fact.operand, held) : null;
      return operand === null ? null : !operand;
    }
    case 'binary':
      return comparedWhenOpen(fact.operator, [fact.left, fact.right], held);
    case 'logical': {
      const sides = [conditionWhenOpen(fact.left, held), conditionWhenOpen(fact.right, held)];
      if (fact.operator === '&&') return sides.includes(false) ? false : sides.every((side) => side === true) ? true : null;
      return fact.operator === '||' ? (sides.includes(true) ? true : sides.every((side) => side === false) ? false : null) : null;
    }
    default:
      return null;
  }
}

/** `client !== undefined`, `error == null`. */
function comparedWhenOpen(operator: string, sides: readonly ValueId[], held: Held): boolean | null {
  const { values } = held.file.facts;
  const other = sides.find((side) => !isNothing(values[side]));
  const isThere = other === undefined || !sides.some((side) => isNothing(values[side])) ? null : conditionWhenOpen(other, held);
  if (isThere === null || !/^[!=]==?$/.test(operator)) return null;
  return operator.startsWith('!') ? isThere : !isThere;
}
