/** Conditions known to be true or false where a value is evaluated: enclosing branches, and branches before it that left. */
import type { BlockFact } from '../contracts/facts.js';
import type { Guard, ValueRef } from '../contracts/program.js';
import { chainOf } from './definitions.js';
import { indexed, sibling } from './linking.js';
import { factOf } from './value-graph.js';

/** Innermost first; stops at the function that holds the value. */
export function guardsOf(ref: ValueRef): Guard[] {
  const value = indexed(ref);
  return guardsAt(value, factOf(value).start);
}

/** The same for a position; `within` is any value of the file. */
export function guardsAt(within: ValueRef, offset: number): Guard[] {
  const { file } = indexed(within);
  const result: Guard[] = [];
  for (const id of chainOf(file, file.blockAt(offset))) {
    const block = file.facts.blocks[id]!;
    const own = guardOf(within, block, true);
    if (own !== null) result.push(own);
    for (const childId of file.childrenOf(id)) {
      const child = file.facts.blocks[childId]!;
      if (child.end > offset) break;
      if (!child.exits) continue;
      const passed = guardOf(within, child, false);
      if (passed !== null) result.push(passed);
    }
    if (block.kind === 'function') break;
  }
  return result;
}

/** What holds inside a block, or (with `inside: false`) after one that always leaves. */
function guardOf(within: ValueRef, block: BlockFact, inside: boolean): Guard | null {
  if (block.condition < 0) return null;
  const condition = sibling(within, block.condition);
  switch (block.kind) {
    case 'then':
      return { condition, holds: inside, cases: [] };
    case 'else':
      return { condition, holds: !inside, cases: [] };
    case 'loop':
      return inside ? { condition, holds: true, cases: [] } : null;
    case 'case': {
      if (!inside || block.cases.length === 0) return null;
      return { condition, holds: true, cases: block.cases.map((id) => sibling(within, id)) };
    }
    default:
      return null;
  }
}
