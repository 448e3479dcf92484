/** Conditions known to be true or false where a value is evaluated: enclosing branches, and branches before it that left. */
import type { BlockFact, BlockId } from '../contracts/facts.js';
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
    collectPassed(within, id, offset, result);
    if (block.kind === 'function') break;
  }
  return result;
}

/**
 * What was known where the functions around a position were written. It holds inside them as well, whenever they run, of what is not
 * assigned again: `if (!ALLOWED.has(name)) return; load((error) => remove(name))`. Declared functions may run before such a check.
 */
export function guardsAround(within: ValueRef, offset: number): Guard[] {
  const { file } = indexed(within);
  const result: Guard[] = [];
  for (let id = file.functionAt(offset); id > 0; id = file.facts.functions[id]!.parent) {
    const written = file.facts.functions[id]!.kind === 'declaration' ? -1 : file.valueOfFunction(id);
    if (written >= 0) result.push(...guardsAt(within, file.facts.values[written]!.start));
  }
  return result;
}

/** What is known at the end of a block by the branches in it that were left. */
export function guardsAtEnd(within: ValueRef, id: BlockId): Guard[] {
  const result: Guard[] = [];
  collectPassed(within, id, Infinity, result);
  return result;
}

/** What is known behind the branches of a block that end before an offset and were not left by `return`, `throw` and the like. */
function collectPassed(within: ValueRef, parent: BlockId, offset: number, result: Guard[]): void {
  const { file } = indexed(within);
  const children = file.childrenOf(parent);
  for (const childId of children) {
    const child = file.facts.blocks[childId]!;
    if (child.end > offset) break;
    if (child.kind === 'try' && survives(within, childId, children)) collectPassed(within, childId, offset, result);
    if (!child.exits) continue;
    const passed = guardOf(within, child, false) ?? passedDefault(within, child, children);
    if (passed !== null) result.push(passed);
  }
}

/** Behind a `try` all of it has run: nothing was thrown, or what caught it left. */
function survives(within: ValueRef, tried: BlockId, siblings: readonly BlockId[]): boolean {
  const { file } = indexed(within);
  return siblings.every((id) => {
    const other = file.facts.blocks[id]!;
    return other.kind !== 'catch' || other.try !== tried || other.exits;
  });
}

/** Behind a switch whose `default` throws, one of its other cases was met. */
function passedDefault(within: ValueRef, child: BlockFact, siblings: readonly BlockId[]): Guard | null {
  if (child.kind !== 'case' || child.cases.length > 0 || (child.exitKind !== 'throw' && child.exitKind !== 'return')) return null;
  const { file } = indexed(within);
  const clauses = siblings.map((id) => file.facts.blocks[id]!).filter((other) => other.kind === 'case' && other.condition === child.condition && other !== child);
  const cases = clauses.flatMap((clause) => clause.cases.map((id) => sibling(within, id)));
  return cases.length === 0 ? null : { condition: sibling(within, child.condition), holds: true, cases };
}

/** What holds inside a block, or (with `inside: false`) after one that always leaves. */
export function guardOf(within: ValueRef, block: BlockFact, inside: boolean): Guard | null {
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
