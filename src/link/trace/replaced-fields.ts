/** Fields that a method has just replaced: `this.name = a; use(this.name)` is given `a`, whatever the field held before. */
import { append } from '../../contracts/multimap.js';
import type { MemberWriteFact } from '../../contracts/facts.js';
import { chainOf } from '../definitions.js';
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
    append(table, key, write);
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

/**
 * The same for a property of a variable: `options.path = FIXED; use(options.path)`. Empty where the variable went elsewhere in between,
 * or a loop may bring another value.
 */
export function replacedInVariable(read: FileValue): FileValue[] {
  const { file } = read;
  const member = factOf(read);
  return member.kind === 'member' && member.name !== null ? replacedAt({ file, id: member.object }, member.name) : [];
}

/** The same where the variable as a whole goes on: `data.id = null; create(data)`. */
export function replacedAt(variable: FileValue, name: string): FileValue[] {
  const { file } = variable;
  const object = factOf(variable);
  const { start } = object;
  const binding = object.kind === 'reference' ? file.facts.bindings[object.binding] : undefined;
  if (binding === undefined || binding.writes.length > 1 || binding.uses.length > MAXIMUM_USES) return [];
  if (file.functionAt(start) !== binding.function) return [];
  const writes = binding.uses.flatMap((use) => file.memberWritesOn(use)).filter((write) => write.name === name || write.name === null);
  const before = writes.filter((write) => factOf({ file, id: write.value }).end <= start);
  const chain = new Set(chainOf(file, file.blockAt(start)));
  const last = before.findLastIndex((write) => write.name !== null && chain.has(file.blockAt(write.at)));
  if (last < 0 || before.slice(last).some((write) => write.name === null)) return [];
  if (before.length < writes.length && [...chain].some((id) => file.facts.blocks[id]!.kind === 'loop')) return [];
  const from = before[last]!.at;
  const goesElsewhere = binding.uses.some((use) => {
    const at = factOf({ file, id: use }).start;
    return at >= from && at < start && !isOwnMember(file, use);
  });
  return goesElsewhere ? [] : before.slice(last).map((write) => ({ file, id: write.value }));
}

/** A variable with more uses is not looked at. */
const MAXIMUM_USES = 60;

/** Is the use one of a property alone: read, or written? */
function isOwnMember(file: IndexedFile, use: number): boolean {
  if (file.memberWritesOn(use).length > 0) return true;
  const parent = file.parentOf(use);
  const around = parent < 0 ? undefined : file.facts.values[parent];
  if (around?.kind !== 'member' || around.object !== use) return false;
  const call = file.facts.values[file.parentOf(parent)];
  return call?.kind !== 'call' || call.callee !== parent;
}
