/**
 * Which assignments of a variable may be seen at a use. Structured, not a fixed point: the latest assignment that
 * always runs before the use hides the earlier ones; those in branches that exclude the use, or that leave before it, are left out.
 */
import { NONE, type BlockFact, type BlockId, type Offset, type ValueId, type WriteFact } from '../contracts/facts.js';
import type { IndexedFile } from './indexed-file.js';
import type { FileValue } from './linking.js';
import { alwaysRuns, neverRuns } from './settled-conditions.js';

/** Values that the variable used at `use` (a `reference` value) may hold. */
export function definitionsAt(file: IndexedFile, use: ValueId): readonly FileValue[] {
  const fact = file.facts.values[use];
  if (fact?.kind !== 'reference' || fact.binding === NONE) return [];
  const binding = file.facts.bindings[fact.binding];
  if (binding === undefined) return [];
  const writes = binding.writes;
  const all = () => writes.map((write) => ({ file, id: write.value }));
  if (writes.length <= 1) return all();
  const useFunction = file.functionAt(fact.start);
  const local = writes.filter((write) => file.functionAt(positionOf(file, write)) === useFunction);
  // A closure may run at any time after any assignment.
  if (local.length === 0) return all();
  if (useFunction !== binding.function) return justAssigned(file, local, fact.start)?.map((write) => ({ file, id: write.value })) ?? all();
  return reaching(file, writes, fact.start).map((write) => ({ file, id: write.value }));
}

/** Of a variable of an outer scope: what the same run of the function assigned before, when it surely did and nothing is awaited in between; else null. */
function justAssigned(file: IndexedFile, local: readonly WriteFact[], use: Offset): WriteFact[] | null {
  const useChain = chainOf(file, file.blockAt(use));
  const surely = local.findLast((write) => write.at <= use && useChain.includes(file.blockAt(positionOf(file, write))));
  if (surely === undefined) return null;
  const isAwaited = file.valuesWithin(surely.at, use).some((id) => file.facts.values[id]!.kind === 'await');
  return isAwaited ? null : reaching(file, local, use);
}

function positionOf(file: IndexedFile, write: WriteFact): Offset {
  return file.facts.values[write.value]?.start ?? write.at;
}

function reaching(file: IndexedFile, writes: readonly WriteFact[], use: Offset): WriteFact[] {
  const useChain = chainOf(file, file.blockAt(use));
  const loop = outermostLoop(file, useChain);
  const result: WriteFact[] = [];
  for (let index = writes.length - 1; index >= 0; index -= 1) {
    const write = writes[index]!;
    const block = file.blockAt(positionOf(file, write));
    if (write.at > use) {
      // Seen only when a loop brings control back to the use, or from another function.
      const comesBack = loop !== NONE && chainOf(file, block).includes(loop);
      if (comesBack || !sameFunction(file, block, useChain[0]!)) result.push(write);
      continue;
    }
    if (excludes(file, block, useChain)) continue;
    result.push(write);
    if (useChain.includes(surelyWith(file, block, useChain))) break;
  }
  return result.reverse();
}

function sameFunction(file: IndexedFile, a: BlockId, b: BlockId): boolean {
  return file.facts.blocks[a]?.function === file.facts.blocks[b]?.function;
}

/** The block and its ancestors, innermost first. */
export function chainOf(file: IndexedFile, block: BlockId): BlockId[] {
  const chain: BlockId[] = [];
  for (let id = block; id >= 0 && chain.length < 1000; id = file.facts.blocks[id]!.parent) {
    chain.push(id);
    if (id === 0) break;
  }
  return chain;
}

function outermostLoop(file: IndexedFile, chain: readonly BlockId[]): BlockId {
  let result = NONE;
  for (const id of chain) {
    const block = file.facts.blocks[id]!;
    if (block.kind === 'loop') result = id;
    if (block.kind === 'function') break;
  }
  return result;
}

/** True when control that went through `block` cannot reach the use: it left, or it took another branch. */
function excludes(file: IndexedFile, block: BlockId, useChain: readonly BlockId[]): boolean {
  let id = block;
  while (id > 0 && !useChain.includes(id)) {
    const fact = file.facts.blocks[id]!;
    if (fact.exits && (fact.exitKind === 'return' || fact.exitKind === 'throw')) return true;
    if (isOtherBranch(file, fact, useChain) || neverRuns(file, id)) return true;
    id = fact.parent;
  }
  return false;
}

/** The outermost block around this one, below those of the use, with which it runs for certain. */
function surelyWith(file: IndexedFile, block: BlockId, useChain: readonly BlockId[]): BlockId {
  let id = block;
  while (id > 0 && !useChain.includes(id) && alwaysRuns(file, id)) id = file.facts.blocks[id]!.parent;
  return id;
}

/** `then` against `else` of one condition, or another clause of one switch. */
function isOtherBranch(file: IndexedFile, fact: BlockFact, useChain: readonly BlockId[]): boolean {
  if (fact.kind !== 'then' && fact.kind !== 'else' && fact.kind !== 'case') return false;
  return useChain.some((id) => {
    const other = file.facts.blocks[id]!;
    if (other.parent !== fact.parent || other.condition !== fact.condition || other === fact) return false;
    if (fact.kind === 'case') return other.kind === 'case' && fact.exits;
    return other.kind !== fact.kind && (other.kind === 'then' || other.kind === 'else');
  });
}
