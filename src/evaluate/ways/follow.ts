/**
 * Follows the ways through one function: is something that was opened closed wherever the function is left? Blocks are walked in
 * order, as control runs through them: branches are joined, what fails inside a `try` arrives in its `catch`, and a `finally` stands
 * on every way out. Calls that are not awaited count as if they cannot fail.
 */
import { NONE } from '../../contracts/facts.js';
import type { BlockFact, BlockId, FunctionId, Offset, ValueId } from '../../contracts/facts.js';
import type { LinkedFile } from '../../contracts/program.js';
import { groupBy } from '../reach/reach.js';

/** What happens to it at one place of the function: it is opened or closed, or something may fail there. */
export interface WayEvent {
  kind: 'open' | 'close' | 'fail';
  at: Offset;
  value: ValueId;
}

export interface Ways {
  file: LinkedFile;
  function: FunctionId;
  /** Those directly in the function, in any order. */
  events: readonly WayEvent[];
  /** Is it open when the function begins? */
  opensAtStart: boolean;
  /** What a condition is for certain while it is open (`if (client)`), or null. */
  whenOpen(condition: ValueId): boolean | null;
}

/** A way on which the function is left while it is open; `value` is what fails or what is returned, NONE where nothing shows it. */
export interface Leak {
  how: 'failure' | 'return' | 'end';
  value: ValueId;
}

/** Which states are possible: none (the place is not reached), closed, open, or both. */
type States = number;
const CLOSED = 1;
const OPEN = 2;

interface Left {
  /** At the end of the block. */
  end: States;
  thrown: States;
  returned: States;
  /** Left by `break` or `continue`. */
  broken: States;
}

/** The first leak there is: a return or the end of the function before a failure. Null when it is closed on every way. */
export function firstLeak(ways: Ways): Leak | null {
  return new Follower(ways).leak();
}

type Item = { at: Offset; event: WayEvent; block: null } | { at: Offset; event: null; block: BlockId };

class Follower {
  private readonly items: ReadonlyMap<BlockId, readonly Item[]>;
  private failure: ValueId | null = null;
  private return: ValueId | null = null;

  constructor(private readonly ways: Ways) {
    const { file, events } = ways;
    const blocks = blocksOf(file, ways.function);
    const placed = [
      ...events.map((event) => ({ in: file.blockAt(file.facts.values[event.value]!.start), item: { at: event.at, event, block: null } as Item })),
      ...blocks.map((block) => ({ in: file.facts.blocks[block]!.parent, item: { at: file.facts.blocks[block]!.start, event: null, block } as Item })),
    ];
    const grouped = groupBy(placed, (each) => each.in);
    this.items = new Map([...grouped].map(([block, list]) => [block, list.map(({ item }) => item).sort((a, b) => a.at - b.at || order(a) - order(b))]));
  }

  leak(): Leak | null {
    const { file, function: id, opensAtStart } = this.ways;
    const body = file.facts.functions[id]!.body;
    const left = this.walk(body, opensAtStart ? OPEN : CLOSED);
    if (left.returned & OPEN) return { how: 'return', value: this.return ?? NONE };
    if (left.end & OPEN) return { how: 'end', value: NONE };
    return left.thrown & OPEN ? { how: 'failure', value: this.failure ?? NONE } : null;
  }

  private walk(block: BlockId, entry: States): Left {
    const left: Left = { end: entry, thrown: 0, returned: 0, broken: 0 };
    const items = this.items.get(block) ?? [];
    for (let index = 0; index < items.length && left.end !== 0; index += 1) {
      const { event, block: inner } = items[index]!;
      if (event !== null) this.happen(event, left);
      else this.enter(inner, items.slice(index + 1).flatMap((later) => later.block ?? []), left);
    }
    this.exit(block, left);
    return left;
  }

  private happen(event: WayEvent, left: Left): void {
    if (event.kind === 'fail') {
      left.thrown |= left.end;
      if (left.end & OPEN) this.failure ??= event.value;
    } else left.end = event.kind === 'open' ? OPEN : CLOSED;
  }

  private enter(block: BlockId, later: readonly BlockId[], left: Left): void {
    const fact = this.fact(block);
    switch (fact.kind) {
      case 'then':
        return this.branch(block, later.find((other) => this.fact(other).kind === 'else' && this.fact(other).condition === fact.condition) ?? NONE, left);
      case 'else':
      case 'nullish':
        return this.hasThen(block) ? undefined : this.branch(NONE, block, left);
      case 'loop':
        return this.loop(block, left);
      case 'case':
        return this.clauses(block, later, left);
      case 'try':
        return this.attempt(block, later, left);
      case 'catch':
      case 'finally':
        return undefined;
      default:
        return join(left, this.walk(block, left.end));
    }
  }

  private branch(then: BlockId, otherwise: BlockId, left: Left): void {
    const condition = this.fact(then === NONE ? otherwise : then).condition;
    const known = this.ways.whenOpen(condition);
    const [whenTrue, whenFalse] = [known === false ? left.end & CLOSED : left.end, known === true ? left.end & CLOSED : left.end];
    const first = then === NONE ? through(whenTrue) : this.walk(then, whenTrue);
    const second = otherwise === NONE ? through(whenFalse) : this.walk(otherwise, whenFalse);
    // `if (isOurs) client.release()`: the condition is taken to be right, wherever the code goes on behind it.
    const closes = (inner: BlockId, [entry, end]: [States, States]) => inner !== NONE && (entry & OPEN) !== 0 && end === CLOSED;
    if (otherwise === NONE && closes(then, [whenTrue, first.end])) second.end &= CLOSED;
    if (then === NONE && closes(otherwise, [whenFalse, second.end])) first.end &= CLOSED;
    left.end = 0;
    join(left, first);
    join(left, second);
  }

  private loop(block: BlockId, left: Left): void {
    const entry = left.end;
    const body = this.walk(block, entry);
    const { condition } = this.fact(block);
    const test = condition === NONE ? undefined : this.ways.file.facts.values[condition];
    const isEndless = condition === NONE || (test?.kind === 'literal' && test.value === true);
    left.end = isEndless ? 0 : entry;
    join(left, { ...body, end: (isEndless ? 0 : body.end) | body.broken, broken: 0 });
  }

  /** All clauses of a `switch`, at the first of them. */
  private clauses(first: BlockId, later: readonly BlockId[], left: Left): void {
    const { condition } = this.fact(first);
    const all = [first, ...later.filter((other) => this.fact(other).kind === 'case' && this.fact(other).condition === condition)];
    if (this.clauseBefore(first)) return;
    const entry = left.end;
    left.end = all.some((clause) => this.fact(clause).cases.length === 0) ? 0 : entry;
    for (const clause of all) {
      const body = this.walk(clause, entry);
      join(left, { ...body, end: body.end | body.broken, broken: 0 });
    }
  }

  private attempt(block: BlockId, later: readonly BlockId[], left: Left): void {
    const [handler, last] = ['catch', 'finally'].map((kind) => later.find((other) => this.fact(other).kind === kind && this.fact(other).try === block));
    const before = { failure: this.failure, return: this.return };
    let body = this.walk(block, left.end);
    if (handler !== undefined) {
      const caught = body.thrown === 0 ? through(0) : this.walk(handler, body.thrown);
      body = { end: body.end | caught.end, thrown: caught.thrown, returned: body.returned | caught.returned, broken: body.broken | caught.broken };
    }
    if (last !== undefined) body = this.lastly(last, body);
    if (!(body.thrown & OPEN)) this.failure = before.failure;
    if (!(body.returned & OPEN)) this.return = before.return;
    left.end = 0;
    join(left, body);
  }

  private lastly(last: BlockId, body: Left): Left {
    const done: Left = through(0);
    for (const way of ['end', 'thrown', 'returned', 'broken'] as const) {
      if (body[way] === 0) continue;
      const behind = this.walk(last, body[way]);
      done[way] |= behind.end;
      done.thrown |= behind.thrown;
      done.returned |= behind.returned;
    }
    return done;
  }

  /** Control that never reaches the end of a block has left it by its last statement. */
  private exit(block: BlockId, left: Left): void {
    const fact = this.fact(block);
    if (!fact.exits || left.end === 0) return;
    if (fact.exitKind === 'return') {
      if (left.end & OPEN) this.return ??= this.lastOf('returns', fact);
      left.returned |= left.end;
    } else if (fact.exitKind === 'throw') {
      // Without a value it is `process.exit()`: nothing needs closing any more.
      const value = this.lastOf('throws', fact);
      if (value !== NONE) this.happen({ kind: 'fail', at: fact.end, value }, left);
    } else if (fact.exitKind !== 'mixed') left.broken |= left.end;
    left.end = 0;
  }

  private lastOf(list: 'returns' | 'throws', { start, end }: BlockFact): ValueId {
    const { values, functions } = this.ways.file.facts;
    return functions[this.ways.function]![list].filter((id) => values[id]!.start >= start && values[id]!.end <= end).at(-1) ?? NONE;
  }

  private hasThen(block: BlockId): boolean {
    const { condition, kind, parent } = this.fact(block);
    return kind === 'else' && (this.items.get(parent) ?? []).some((item) => item.block !== null && this.fact(item.block).kind === 'then' && this.fact(item.block).condition === condition);
  }

  private clauseBefore(block: BlockId): boolean {
    const { condition, parent, start } = this.fact(block);
    return (this.items.get(parent) ?? []).some((item) => item.block !== null && this.fact(item.block).kind === 'case' && this.fact(item.block).condition === condition && item.at < start);
  }

  private fact(block: BlockId): BlockFact {
    return this.ways.file.facts.blocks[block]!;
  }
}

const ORDER = { close: 1, fail: 2, open: 3 } as const;

/** What ends at one place: blocks first; what closes it has done so though it is awaited, and what fails has opened nothing. */
function order({ event }: Item): number {
  return event === null ? 0 : ORDER[event.kind];
}

function through(end: States): Left {
  return { end, thrown: 0, returned: 0, broken: 0 };
}

function join(left: Left, more: Left): void {
  left.end |= more.end;
  left.thrown |= more.thrown;
  left.returned |= more.returned;
  left.broken |= more.broken;
}

const BLOCKS = new WeakMap<LinkedFile, ReadonlyMap<FunctionId, readonly BlockId[]>>();

/** The blocks of a function without that of its body. */
function blocksOf(file: LinkedFile, id: FunctionId): readonly BlockId[] {
  let known = BLOCKS.get(file);
  if (known === undefined) {
    const { blocks, functions } = file.facts;
    BLOCKS.set(file, (known = groupBy(blocks.flatMap((block, each) => (functions[block.function]?.body === each ? [] : [each])), (each) => blocks[each]!.function)));
  }
  return known.get(id) ?? [];
}
