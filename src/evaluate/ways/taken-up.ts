/** Things that take nothing until they are used: from where on is there something to give back? */
import { NONE } from '../../contracts/facts.js';
import type { ValueId } from '../../contracts/facts.js';
import type { LinkedFile } from '../../contracts/program.js';
import type { Held, Holding } from './held.js';

/** What is read of it without using it (TypeORM 1.1.1, QueryRunner.d.ts). */
const ONLY_READ: ReadonlySet<string> = new Set(['connection', 'dataSource', 'isReleased', 'isTransactionActive', 'data', 'broadcaster']);

/** @param dropped where nobody holds it, the call that makes it */
export function fromFirstUse(holding: Holding, dropped: { file: LinkedFile; id: ValueId }): Holding {
  if (holding.kind === 'dropped') return isOnlyRead(dropped.file, dropped.id) ? { kind: 'closed' } : holding;
  if (holding.kind === 'ignored') return { kind: 'closed' };
  if (holding.kind !== 'held' || holding.held.opensAt === null) return holding;
  const first = firstUse(holding.held);
  if (first === undefined) return { kind: 'closed' };
  const { file } = holding.held;
  if (file.functionAt(file.facts.values[first]!.start) !== holding.held.function) return holding;
  return { kind: 'held', held: { ...holding.held, opensAt: { at: file.facts.values[first]!.end, value: first } } };
}

function firstUse({ file, bindings }: Held): ValueId | undefined {
  const uses = bindings.flatMap((binding) => file.facts.bindings[binding]!.uses).filter((use) => !isOnlyRead(file, use));
  return uses.sort((a, b) => file.facts.values[a]!.start - file.facts.values[b]!.start)[0];
}

function isOnlyRead(file: LinkedFile, id: ValueId): boolean {
  const parent = file.parentOf(id);
  const fact = parent === NONE ? undefined : file.facts.values[parent]!;
  return fact?.kind === 'member' && fact.object === id && fact.name !== null && ONLY_READ.has(fact.name);
}
