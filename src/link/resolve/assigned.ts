/** Properties that are assigned to an object after it was made. */
import { NONE, type ValueFact, type ValueId } from '../../contracts/facts.js';
import type { ValueRef } from '../../contracts/program.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, sibling } from '../linking.js';

/** `object.name = value` on any variable that holds exactly this value. */
export function assignedMembers(ref: FileValue, name: string): ValueRef[] {
  if (ref.id === NONE) return [];
  const result: ValueRef[] = [];
  const bindings = ref.file.bindingsWrittenWith(ref.id);
  for (const write of ref.file.memberWritesNamed(name)) {
    const object = throughAlias(ref.file, write.object);
    const isHeld = object?.kind === 'reference' && bindings.includes(object.binding);
    if (isHeld || (object?.kind === 'this' && object.class < 0 && isMethodOf(ref, object.function))) result.push(sibling(ref, write.value));
  }
  return result;
}

/** A function that stands in the object literal. */
function isMethodOf(object: FileValue, id: number): boolean {
  const method = object.file.valueOfFunction(id);
  return method >= 0 && object.file.parentOf(method) === object.id;
}

/** `var self = this; self.x = …`. */
export function throughAlias(file: IndexedFile, value: ValueId): ValueFact | undefined {
  const fact = file.facts.values[value];
  const writes = fact?.kind === 'reference' && fact.binding >= 0 ? file.facts.bindings[fact.binding]!.writes : [];
  const only = writes.length === 1 ? file.facts.values[writes[0]!.value] : undefined;
  return only?.kind === 'this' ? only : fact;
}
