/** Classes of the program that extend a class: what an abstract member is, is written there. */
import { NONE } from '../../contracts/facts.js';
import type { ClassRef, Entity, ValueRef } from '../../contracts/program.js';
import type { IndexedFile } from '../indexed-file.js';
import type { Linking } from '../linking.js';

const MAXIMUM_DESCENDANTS = 40;

/** Direct subclasses by the class they extend; made once for a program. */
const tables = new WeakMap<Linking, Map<string, ClassRef[]>>();

/** Values of a member that only subclasses give, of all of them. */
export function subclassMemberValues(link: Linking, object: Entity, name: string): readonly ValueRef[] {
  if (object.kind !== 'instance' && object.kind !== 'class') return [];
  return descendantsOf(link, object.ref).flatMap((ref) => {
    const entity: Entity = object.kind === 'instance' ? { kind: 'instance', ref, created: null } : { kind: 'class', ref };
    return [...link.memberValues(entity, name)];
  });
}

/** What subclasses make of a method that the class itself only declares; nothing for other members. */
export function overridingMethods(link: Linking, object: Extract<Entity, { kind: 'instance' | 'class' }>, name: string): readonly ValueRef[] {
  const { file, id } = object.ref;
  const isAbstract = file.facts.classes[id]?.members.some((member) => member.name === name && !member.isStatic && member.kind === 'method' && member.function === NONE) === true;
  return isAbstract ? subclassMemberValues(link, object, name) : [];
}

/** Classes of the program that extend the class directly. */
export function subclassesOf(link: Linking, ref: ClassRef): readonly ClassRef[] {
  let table = tables.get(link);
  if (table === undefined) {
    // Superclasses are resolved while it is filled, which may ask for it.
    tables.set(link, (table = new Map()));
    fillSubclasses(link, table);
  }
  return table.get(classKey(ref)) ?? [];
}

function descendantsOf(link: Linking, ref: ClassRef): ClassRef[] {
  const found = new Map<string, ClassRef>();
  const open = [ref];
  for (let next = open.pop(); next !== undefined && found.size < MAXIMUM_DESCENDANTS; next = open.pop()) {
    for (const child of subclassesOf(link, next)) {
      if (found.has(classKey(child))) continue;
      found.set(classKey(child), child);
      open.push(child);
    }
  }
  return [...found.values()];
}

function fillSubclasses(link: Linking, table: Map<string, ClassRef[]>): void {
  for (const file of link.files.values()) {
    file.facts.classes.forEach((fact, id) => {
      if (fact.superClass === NONE) return;
      for (const parent of link.resolve({ file, id: fact.superClass })) {
        if (parent.kind !== 'class') continue;
        const list = table.get(classKey(parent.ref)) ?? [];
        table.set(classKey(parent.ref), [...list, { file: file as IndexedFile, id }]);
      }
    });
  }
}

function classKey(ref: ClassRef): string {
  return `${ref.file.facts.path}\u0000${ref.id}`;
}
