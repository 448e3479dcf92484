import type { BlockFact, BlockId, BlockKind, Offset, ValueId } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';
import type { Walk } from './walk.js';

/**
 * The ways in which control may leave a statement, as a set of bits. `COMPLETES` means that it may go on behind the
 * statement; a statement without that bit always exits.
 */
export type Completion = number;

export const COMPLETES = 1;
export const RETURNS = 2;
export const THROWS = 4;
export const BREAKS = 8;
export const CONTINUES = 16;
/** `break` or `continue` with a label: loops and switches in between do not stop it. */
export const BREAKS_LABEL = 32;
export const CONTINUES_LABEL = 64;

const EXIT_WORDS: readonly (readonly [Completion, BlockFact['exitKind']])[] = [
  [RETURNS, 'return'],
  [THROWS, 'throw'],
  [BREAKS | BREAKS_LABEL, 'break'],
  [CONTINUES | CONTINUES_LABEL, 'continue'],
];

/** What a block is about, apart from its extent. */
export interface BlockReason {
  kind: BlockKind;
  condition?: ValueId;
  cases?: ValueId[];
  try?: BlockId;
}

/**
 * Opens a block inside the current one. Close it with `closeBlock`. What the parser inserts into broken code stands
 * before the white space behind it, which may be outside the parent; the extents nest all the same.
 */
export function openBlock(walk: Walk, reason: BlockReason, pos: Offset, stop: Offset): BlockId {
  const block = walk.facts.blocks.length;
  const outer = walk.facts.blocks[walk.block]!;
  const start = Math.max(pos, outer.start);
  const end = Math.max(start, Math.min(stop, outer.end));
  walk.facts.blocks.push({
    kind: reason.kind,
    start,
    end,
    parent: walk.block,
    function: walk.function,
    condition: reason.condition ?? NONE,
    cases: reason.cases ?? [],
    exits: false,
    exitKind: 'none',
    try: reason.try ?? NONE,
  });
  walk.block = block;
  return block;
}

/** Closes a block and notes how control leaves it. */
export function closeBlock(walk: Walk, block: BlockId, completion: Completion): void {
  const fact = walk.facts.blocks[block]!;
  fact.exits = (completion & COMPLETES) === 0;
  fact.exitKind = fact.exits ? exitKindOf(completion) : 'none';
  walk.block = fact.parent === NONE ? 0 : fact.parent;
}

function exitKindOf(completion: Completion): BlockFact['exitKind'] {
  const words = EXIT_WORDS.filter(([bits]) => (completion & bits) !== 0);
  return words.length > 1 ? 'mixed' : (words[0]?.[1] ?? 'none');
}
