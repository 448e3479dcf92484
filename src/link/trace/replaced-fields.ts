/** Fields that a method has just replaced: `this.name = a; use(this.name)` is given `a`, whatever the field held before. */
import type { MemberWriteFact } from '../../contracts/facts.js';
import type { IndexedFile } from '../indexed-file.js';
import type { FileValue } from '../linking.js';
import { factOf } from '../value-graph.js';

/** What the function that reads a field of its own object has put there before, on every way; empty where on some way it has not. */
export function replacedBefore(read: FileValue): FileValue[] {
  const { file } = read;
  const member = factOf(read);
  const object = member.kind === 'member' ? factOf({ file, id: member.object }) : null;
  if (member.kind !== 'member' || member.name === null || object?.kind !== 'this') return [];
  const around = file.functionAt(member.start);
  const known = ownWrites(file).get(`${object.class} ${member.name}`) ?? [];
  const writes = known.filter((write) => file.functionAt(write.at) === around && factOf({ file, id: write.value }).end <= member.start);
  const blocks = new Set(writes.map((write) => file.blockAt(write.at)));
  return onEveryWay(file, blocks, file.blockAt(member.start)) ? writes.map((write) => ({ file, id: write.value })) : [];
}

const tables = new WeakMap<IndexedFile, ReadonlyMap<string, readonly MemberWriteFact[]>>();

/** `this.name = value`, by class and name. Made once for a file. */
function ownWrites(file: IndexedFile): ReadonlyMap<string, readonly MemberWriteFact[]> {
  const known = tables.get(file);
  if (known !== undefined) return known;
  const table = new Map<string, MemberWriteFact[]>();
  for (const write of file.facts.memberWrites) {
    const object = file.facts.values[write.object];
    if (object?.kind !== 'this' || write.name === null) continue;
    const key = `${object.class} ${write.name}`;
    const same = table.get(key);
    if (same === undefined) table.set(key, [write]);
    else same.push(write);
  }
  tables.set(file, table);
  return table;
}

/** Does one of the blocks surround the place, or do both branches of a condition that does? */
function onEveryWay(file: FileValue['file'], written: ReadonlySet<number>, place: number): boolean {
  const chain = new Set<number>();
  for (let id = place; id > 0; id = file.facts.blocks[id]!.parent) chain.add(id);
  return [...written].some((id) => {
    if (chain.has(id)) return true;
    const block = file.facts.blocks[id]!;
    if (block.kind !== 'then' || !chain.has(block.parent)) return false;
    return [...written].some((other) => file.facts.blocks[other]!.kind === 'else' && file.facts.blocks[other]!.condition === block.condition);
  });
}
