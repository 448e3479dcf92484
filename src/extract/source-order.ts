import type { BlockId, FileFacts, ValueId } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';

/**
 * Brings calls and blocks into source order. The walk visits nearly everything in that order already; the exceptions
 * are defaults in a pattern, which are read after the initializer behind them, and calls of what is no plain name.
 */
export function sortFacts(facts: FileFacts): void {
  if (!areCallsSorted(facts)) facts.calls.sort((left, right) => compareValues(facts, left, right));
  if (!areBlocksSorted(facts)) sortBlocks(facts);
}

function areCallsSorted(facts: FileFacts): boolean {
  const { calls } = facts;
  for (let index = 1; index < calls.length; index += 1) {
    if (compareValues(facts, calls[index - 1]!, calls[index]!) > 0) return false;
  }
  return true;
}

/** By start; of two calls that start together (`a().b()`) the inner one, which runs first, comes first. */
function compareValues(facts: FileFacts, left: ValueId, right: ValueId): number {
  const [first, second] = [facts.values[left]!, facts.values[right]!];
  return first.start - second.start || first.end - second.end;
}

function areBlocksSorted(facts: FileFacts): boolean {
  for (let index = 1; index < facts.blocks.length; index += 1) {
    if (facts.blocks[index - 1]!.start > facts.blocks[index]!.start) return false;
  }
  return true;
}

/** Sorts stably, so that a parent which starts with its child stays before it, and renumbers whatever names a block. */
function sortBlocks(facts: FileFacts): void {
  const order = facts.blocks.map((_, id) => id).sort((left, right) => facts.blocks[left]!.start - facts.blocks[right]!.start);
  const renumbered: BlockId[] = [];
  order.forEach((oldId, newId) => (renumbered[oldId] = newId));
  const renumber = (id: BlockId): BlockId => (id === NONE ? NONE : renumbered[id]!);
  facts.blocks = order.map((id) => facts.blocks[id]!);
  for (const block of facts.blocks) {
    block.parent = renumber(block.parent);
    block.try = renumber(block.try);
  }
  for (const fact of facts.functions) fact.body = renumber(fact.body);
  for (const value of facts.values) if (value.kind === 'caught') value.try = renumber(value.try);
}
