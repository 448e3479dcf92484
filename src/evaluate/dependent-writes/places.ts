/** Where two pieces of code stand to each other in one function. */
import { NONE } from '../../contracts/facts.js';
import type { BlockFact, BlockId, FunctionId, Offset } from '../../contracts/facts.js';
import type { LinkedFile } from '../../contracts/program.js';
import type { Extent } from '../failures/code-events.js';

export function inExtent(offset: Offset, { start, end }: Extent): boolean {
  return start <= offset && offset < end;
}

/** Is `inner` the function itself, or written inside it? */
export function isWithin(file: LinkedFile, inner: FunctionId, outer: FunctionId): boolean {
  for (let id = inner; id > 0; id = file.facts.functions[id]!.parent) if (id === outer) return true;
  return false;
}

/** May control that has passed the first place come to the second, without anything having failed? */
export function mayFollow(file: LinkedFile, first: Offset, second: Offset): boolean {
  const after = new Set(blocksAround(file, second));
  const before = blocksAround(file, first);
  const common = before.find((block) => after.has(block)) ?? NONE;
  const apart = before.slice(0, before.indexOf(common));
  const towards = [...after].slice(0, [...after].indexOf(common));
  const fact = (block: BlockId): BlockFact => file.facts.blocks[block]!;
  if (before.some((block) => fact(block).kind === 'catch') || towards.some((block) => fact(block).kind === 'catch')) return false;
  if (apart.some((block) => fact(block).exits && fact(block).exitKind !== 'none' && fact(block).function === file.functionAt(first))) return false;
  return !apart.some((block) => towards.some((other) => areAlternatives(fact(block), fact(other))));
}

function areAlternatives(a: BlockFact, b: BlockFact): boolean {
  if (a.condition === NONE || a.condition !== b.condition) return false;
  return (a.kind === 'case' && b.kind === 'case') || a.kind !== b.kind;
}

/** The innermost loop of the function around a place, or null. */
export function loopAround(file: LinkedFile, offset: Offset, around: FunctionId): BlockId | null {
  return blocksAround(file, offset).find((block) => file.facts.blocks[block]!.kind === 'loop' && file.facts.blocks[block]!.function === around) ?? null;
}

/** Does the second place stand in a `try` of its own, whose `catch` goes on as if nothing had happened? */
export function failsAlone(file: LinkedFile, first: Offset, second: Offset): boolean {
  const { blocks } = file.facts;
  const own = blocksAround(file, second).filter((block) => blocks[block]!.kind === 'try' && !inExtent(first, blocks[block]!));
  return own.some((block) => blocks.some((other) => other.kind === 'catch' && other.try === block && other.exitKind !== 'throw'));
}

/** Innermost first. */
function blocksAround(file: LinkedFile, offset: Offset): BlockId[] {
  const blocks: BlockId[] = [];
  for (let block = file.blockAt(offset); block !== NONE && block >= 0; block = file.facts.blocks[block]!.parent) blocks.push(block);
  return blocks;
}
