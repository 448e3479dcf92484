/** Properties that are assigned to an object after it was made. */
import { NONE, type ValueFact, type ValueId } from '../../contracts/facts.js';
import type { ValueRef } from '../../contracts/program.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, sibling } from '../linking.js';

/** Objects in objects are followed this deep. */
const MAXIMUM_NESTING = 4;

/** `object.name = value` on any variable, or property of one, that holds exactly this value. */
export function assignedMembers(ref: FileValue, name: string): ValueRef[] {
  if (ref.id === NONE) return [];
  const writes = ref.file.memberWritesNamed(name);
  return writes.filter((write) => isHeldBy(ref, sibling(ref, write.object), 0)).map((write) => sibling(ref, write.value));
}

/** Does the expression, a variable or a property of one (`options.cookie`), name this value, which is written in the same file? */
function isHeldBy(ref: FileValue, expression: FileValue, depth: number): boolean {
  const fact = throughAlias(ref.file, expression.id);
  if (fact?.kind === 'reference') return ref.file.bindingsWrittenWith(ref.id).includes(fact.binding);
  if (fact?.kind === 'this') return fact.class < 0 && isMethodOf(ref, fact.function);
  if (fact?.kind !== 'member' || fact.name === null || depth >= MAXIMUM_NESTING) return false;
  const holder = sibling(expression, fact.object);
  if (ref.file.memberWritesWith(ref.id).some((write) => write.name === fact.name && sameVariable(ref.file, write.object, holder.id))) return true;
  const parent = ref.file.parentOf(ref.id);
  const literal = ref.file.facts.values[parent];
  const isProperty = literal?.kind === 'object' && literal.properties.some((property) => property.value === ref.id && property.name === fact.name);
  return isProperty && isHeldBy(sibling(ref, parent), holder, depth + 1);
}

function sameVariable({ facts }: IndexedFile, first: ValueId, second: ValueId): boolean {
  const [a, b] = [facts.values[first], facts.values[second]];
  return a?.kind === 'reference' && b?.kind === 'reference' && a.binding >= 0 && a.binding === b.binding;
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
