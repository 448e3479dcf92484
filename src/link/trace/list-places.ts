/**
 * Which value stands at a place of a list that a function makes and fills step by step: `list.push(a); list.push(b); list.shift(); list[0]`.
 * Only where every step is written one after the other, and nothing else has the list in hand.
 */
import type { ValueFact, ValueId } from '../../contracts/facts.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';

const MAXIMUM_STEPS = 60;

type Call = Extract<ValueFact, { kind: 'call' }>;

/** @returns the value that `list[0]`, `list.at(0)`, `list.pop()` or `list.shift()` gives; null where it cannot be told */
export function valueAtPlace(link: Linking, read: FileValue): FileValue | null {
  const fact = factOf(read);
  const member = fact.kind === 'call' ? factOf(sibling(read, fact.callee)) : fact;
  if (member.kind !== 'member' || (fact.kind === 'call' && !TAKES.has(member.name ?? ''))) return null;
  const object = factOf(sibling(read, member.object));
  const places = object.kind === 'array' ? ownPlaces(read.file, object.elements) : object.kind === 'reference' ? placesBefore(link, read, object) : null;
  if (places === null) return null;
  const index = fact.kind === 'call' ? takenFrom(link, read, fact, member.name!, places.length) : placeOf(link, read, member.name, member.index);
  const id = index === null ? undefined : places[index];
  return id === undefined ? null : sibling(read, id);
}

/** The same for a call; null at once for one of another name. */
export function takenOut(link: Linking, call: FileValue): FileValue | null {
  const fact = factOf(call);
  const callee = fact.kind === 'call' && !fact.isNew ? factOf(sibling(call, fact.callee)) : null;
  return callee?.kind === 'member' && TAKES.has(callee.name ?? '') ? valueAtPlace(link, call) : null;
}

const TAKES: ReadonlySet<string> = new Set(['pop', 'shift', 'at']);

function takenFrom(link: Linking, read: FileValue, { args }: Call, method: string, length: number): number | null {
  if (method === 'shift') return 0;
  if (method === 'pop') return length - 1;
  const index = args[0] === undefined ? 0 : numberOf(link, sibling(read, args[0]));
  return index === null ? null : index < 0 ? length + index : index;
}

function placeOf(link: Linking, read: FileValue, name: string | null, index: ValueId): number | null {
  return name === null ? (index < 0 ? null : numberOf(link, sibling(read, index))) : /^\d+$/.test(name) ? Number(name) : null;
}

function numberOf(link: Linking, value: FileValue): number | null {
  const constants = link.constants(value);
  return constants?.length === 1 && Number.isInteger(constants[0]) ? Number(constants[0]) : null;
}

function ownPlaces(file: IndexedFile, elements: readonly ValueId[]): ValueId[] | null {
  return elements.some((id) => file.facts.values[id]?.kind === 'spread') ? null : [...elements];
}

/** What stands in the list when it is read, place by place. */
function placesBefore(link: Linking, read: FileValue, { binding: id, start }: Extract<ValueFact, { kind: 'reference' }>): ValueId[] | null {
  const { file } = read;
  const binding = file.facts.bindings[id];
  if (binding === undefined || binding.kind === 'parameter' || binding.writes.length !== 1 || binding.uses.length > MAXIMUM_STEPS) return null;
  const made = factOf({ file, id: binding.writes[0]!.value });
  const places = made.kind === 'array' ? ownPlaces(file, made.elements) : null;
  if (places === null || made.start > start) return null;
  const block = file.blockAt(made.start);
  for (const use of binding.uses) {
    const at = file.facts.values[use]!.start;
    if (at >= start) continue;
    if (file.blockAt(at) !== block || !takeStep(link, { file, id: use }, places)) return null;
  }
  // A use that comes later may come first in a loop, or in a function.
  return file.functionAt(start) === binding.function && !isInLoop(file, file.blockAt(start), block) ? places : null;
}

function isInLoop(file: IndexedFile, from: number, to: number): boolean {
  for (let id = from; id > 0 && id !== to; id = file.facts.blocks[id]!.parent) if (file.facts.blocks[id]!.kind === 'loop') return true;
  return false;
}

/** Changes the places as one use of the list does; false where that cannot be told. */
function takeStep(link: Linking, use: FileValue, places: ValueId[]): boolean {
  const { file } = use;
  for (const write of file.memberWritesOn(use.id)) {
    const index = placeOf(link, use, write.name, write.index);
    if (index === null || index > places.length) return false;
    places[index] = write.value;
    return true;
  }
  const parent = file.parentOf(use.id);
  const member = parent < 0 ? undefined : file.facts.values[parent];
  if (member?.kind !== 'member' || member.object !== use.id) return false;
  const outer = file.parentOf(parent);
  const call = outer < 0 ? undefined : file.facts.values[outer];
  if (call?.kind !== 'call' || call.callee !== parent) return member.name === 'length' || placeOf(link, use, member.name, member.index) !== null;
  return callStep(link, use, call, member.name ?? '', places);
}

function callStep(link: Linking, use: FileValue, { args }: Call, method: string, places: ValueId[]): boolean {
  if (args.some((id) => use.file.facts.values[id]?.kind === 'spread')) return false;
  if (method === 'push') places.push(...args);
  else if (method === 'unshift') places.unshift(...args);
  else if (method === 'pop') places.pop();
  else if (method === 'shift') places.shift();
  else if (method === 'splice') {
    const [from, count] = args.slice(0, 2).map((id) => numberOf(link, sibling(use, id)));
    if (typeof from !== 'number' || (args.length > 1 && typeof count !== 'number')) return false;
    places.splice(from, count ?? places.length, ...args.slice(2));
  } else return UNCHANGING.has(method);
  return true;
}

const UNCHANGING: ReadonlySet<string> = new Set(['at', 'join', 'includes', 'indexOf', 'slice', 'concat', 'map', 'filter', 'some', 'every', 'find', 'toString', 'keys', 'values', 'entries']);
