/** What a class extends. */
import { NONE } from './facts.js';
import type { ClassRef, Entity, ValueRef } from './program.js';

/** Longer lines are followed no further. */
const MAXIMUM_ANCESTORS = 8;

/**
 * The class and those of the program that it extends, nearest first.
 *
 * @param resolve what a value is
 */
export function classLine(self: ClassRef, resolve: (value: ValueRef) => readonly Entity[]): ClassRef[] {
  const line = [self];
  for (let each = parentClass(self, resolve); each !== undefined && line.length <= MAXIMUM_ANCESTORS; each = parentClass(each, resolve)) {
    if (line.some((known) => isSameClass(known, each!))) break;
    line.push(each);
  }
  return line;
}

/** The class of the program that it extends by itself. */
export function parentClass({ file, id }: ClassRef, resolve: (value: ValueRef) => readonly Entity[]): ClassRef | undefined {
  const { superClass } = file.facts.classes[id]!;
  const parents = superClass === NONE ? [] : resolve({ file, id: superClass });
  return parents.flatMap((entity) => (entity.kind === 'class' ? [entity.ref] : []))[0];
}

export function isSameClass(one: ClassRef, other: ClassRef): boolean {
  return one.id === other.id && one.file.facts.path === other.file.facts.path;
}
