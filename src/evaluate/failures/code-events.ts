/** What happens in a stretch of a file, in the order of the source: calls, waits, writes, results, throws, branches. */
import type { ValueId } from '../../contracts/facts.js';
import type { LinkedFile } from '../../contracts/program.js';

export interface Extent {
  readonly start: number;
  readonly end: number;
}

export interface CodeEvent {
  readonly at: number;
  readonly kind: 'call' | 'await' | 'write' | 'return' | 'throw' | 'change' | 'branch';
  /** The call, awaited, returned, thrown, written or tested value; for a write of a variable the value written. */
  readonly value: ValueId;
  /** Writes of variables: where the variable is declared; -1 for other events. */
  readonly declaredAt: number;
}

const MEMO = new WeakMap<LinkedFile, readonly CodeEvent[]>();

/** Events that begin in the extent. */
export function eventsIn(file: LinkedFile, { start, end }: Extent): readonly CodeEvent[] {
  let events = MEMO.get(file);
  if (events === undefined) MEMO.set(file, (events = collect(file)));
  const first = firstFrom(events, start);
  const found: CodeEvent[] = [];
  for (let index = first; index < events.length && events[index]!.at < end; index += 1) found.push(events[index]!);
  return found;
}

function firstFrom(events: readonly CodeEvent[], offset: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle]!.at < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function collect(file: LinkedFile): CodeEvent[] {
  const { facts } = file;
  const events: CodeEvent[] = [];
  const add = (kind: CodeEvent['kind'], at: number, value: ValueId, declaredAt = -1): void => void events.push({ kind, at, value, declaredAt });
  const startOf = (id: ValueId) => facts.values[id]!.start;
  for (const id of facts.calls) add('call', startOf(id), id);
  for (const id of file.valuesOfKind('await')) add('await', startOf(id), id);
  for (const id of [...file.valuesOfKind('yield'), ...file.valuesOfKind('unary').filter((each) => changes(facts.values[each]!))]) add('change', startOf(id), id);
  for (const binding of facts.bindings) if (binding.kind !== 'catch' && binding.kind !== 'function') for (const write of binding.writes) add('write', write.at, write.value, binding.start);
  for (const write of facts.memberWrites) add('write', write.at, write.value);
  for (const each of facts.functions) {
    for (const id of each.returns) if (!isNothing(facts.values[id]!)) add('return', startOf(id), id);
    for (const id of each.throws) add('throw', startOf(id), id);
  }
  for (const block of facts.blocks) if (block.condition >= 0) add('branch', block.start, block.condition);
  return events.sort((a, b) => a.at - b.at || a.value - b.value);
}

function changes(fact: LinkedFile['facts']['values'][number]): boolean {
  return fact.kind === 'unary' && ['++', '--', 'delete'].includes(fact.operator);
}

function isNothing(fact: LinkedFile['facts']['values'][number]): boolean {
  return (fact.kind === 'literal' && fact.type === 'undefined') || (fact.kind === 'reference' && fact.name === 'undefined');
}
