/** What a member of a thing is: of a library object, a module, an object literal, a class or an instance. */
import { NONE, type ClassMemberFact, type MemberValue, type ValueId } from '../../contracts/facts.js';
import type { ClassRef, Entity, ValueRef } from '../../contracts/program.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';
import { addedMembers } from './added-members.js';
import { assignedMembers, throughAlias } from './assigned.js';
import { decoratedMembers } from './decorated-members.js';
import { prefer, shapeOf, union, UNKNOWN_ENTITIES } from './entities.js';
import { overridingMethods } from './subclasses.js';
import { typeOfMember } from './types.js';

/** Longer superclass chains than this are cyclic or absurd. */
const MAXIMUM_SUPERCLASSES = 12;
/** Literals spread into each other. */
const MAXIMUM_LITERALS = 60;

export function resolveMemberValue(link: Linking, ref: FileValue, fact: MemberValue): readonly Entity[] {
  const objects = link.resolve(sibling(ref, fact.object));
  const name = fact.name ?? constantName(link, ref, fact);
  const known =
    name === null
      ? union(...objects.map((object) => resolveAnyMember(link, object)))
      : union(...objects.map((object) => link.resolveMember(object, name)));
  return prefer(known.length === 0 ? UNKNOWN_ENTITIES : known, () =>
    name === null ? UNKNOWN_ENTITIES : typeOfMember(link, sibling(ref, fact.object), name),
  );
}

function constantName(link: Linking, ref: FileValue, fact: MemberValue): string | null {
  if (!mayBeNamed(ref, fact)) return null;
  const constants = link.constants(sibling(ref, fact.index));
  return constants?.length === 1 && typeof constants[0] === 'string' ? constants[0] : null;
}

/** May a computed name be one constant? Told from the text alone: a counter and an element of a list are none. */
export function mayBeNamed({ file }: FileValue, fact: MemberValue): boolean {
  const index = file.facts.values[fact.index];
  if (index?.kind !== 'reference') return false;
  const writes = file.facts.bindings[index.binding]?.writes ?? [];
  return !writes.some(({ value }) => {
    const written = file.facts.values[value];
    return written?.kind === 'element' || (written?.kind === 'literal' && written.type === 'number');
  });
}

/** A member whose name is computed. */
function resolveAnyMember(link: Linking, object: Entity): readonly Entity[] {
  if (object.kind === 'api') {
    return [{ kind: 'api', path: link.models.memberOf(object.path, '*'), created: object.created, ...shapeOf(object) }];
  }
  if (object.kind !== 'object') return UNKNOWN_ENTITIES;
  const fact = factOf(object.value);
  const values = fact.kind === 'object' ? fact.properties.map((property) => property.value) : elementsOf(fact);
  return union(...values.slice(0, 12).map((value) => link.resolve(sibling(object.value, value))));
}

function elementsOf(fact: ReturnType<typeof factOf>): readonly ValueId[] {
  return fact.kind === 'array' ? fact.elements : [];
}

export function resolveMember(link: Linking, object: Entity, name: string): readonly Entity[] {
  switch (object.kind) {
    case 'api': {
      const added = union(addedMembers(link, object.path, name), decoratedMembers(link, object.path, name));
      if (added.length > 0) return added;
      return [{ kind: 'api', path: link.models.memberOf(object.path, name), created: object.created, ...shapeOf(object) }];
    }
    case 'module':
      return link.resolveExport(object.file as IndexedFile, name);
    case 'instance':
    case 'class':
      return resolveClassMember(link, object, name);
    case 'object':
    case 'function':
      return union(...link.memberValues(object, name).map((value) => bind(link.resolve(value), object)));
    default:
      return UNKNOWN_ENTITIES;
  }
}

/** Methods found on an object keep it as their receiver. */
function bind(entities: readonly Entity[], receiver: Entity): readonly Entity[] {
  return entities.map((entity) =>
    entity.kind === 'function' && entity.receiver === null ? { ...entity, receiver } : entity,
  );
}

function resolveClassMember(
  link: Linking,
  object: Extract<Entity, { kind: 'instance' | 'class' }>,
  name: string,
): readonly Entity[] {
  if (name === 'prototype' && object.kind === 'class') return [{ kind: 'instance', ref: object.ref, created: null }];
  if (name === 'constructor' && object.kind === 'instance') return [{ kind: 'class', ref: object.ref }];
  const values = link.memberValues(object, name);
  const given = values.length === 0 ? overridingMethods(link, object, name) : values;
  const own = union(...given.map((value) => bind(memberEntity(link, value), object)));
  const typed = () => memberAnnotation(link, object.ref, name, object.kind === 'class');
  const inherited = () => externalMember(link, object, name);
  return prefer(prefer(own.length === 0 ? UNKNOWN_ENTITIES : own, typed), inherited);
}

/** A getter's value is what it returns. */
function memberEntity(link: Linking, value: ValueRef): readonly Entity[] {
  const fact = factOf(value);
  if (fact.kind !== 'function') return link.resolve(value);
  const declaration = value.file.facts.functions[fact.function];
  if (declaration?.kind !== 'getter') return link.resolve(value);
  return union(...declaration.returns.map((returned) => link.resolve(sibling(value, returned))));
}

/** What the annotation of a field, or of the constructor parameter that is one, says. */
function memberAnnotation(link: Linking, ref: ClassRef, name: string, isStatic: boolean): readonly Entity[] {
  for (const owner of lineage(link, ref)) {
    const file = owner.file as IndexedFile;
    const member = file.facts.classes[owner.id]?.members.find((candidate) => matches(candidate, name, isStatic));
    if (member?.type !== undefined) return link.resolveType(file, member.type);
    const parameter = isStatic ? undefined : propertyParameter(owner, name);
    if (parameter?.type !== undefined) return link.resolveType(file, parameter.type);
  }
  return UNKNOWN_ENTITIES;
}

/** The class extends something of a library: its members are the library's. */
function externalMember(
  link: Linking,
  object: Extract<Entity, { kind: 'instance' | 'class' }>,
  name: string,
): readonly Entity[] {
  for (const owner of lineage(link, object.ref)) {
    const fact = owner.file.facts.classes[owner.id];
    if (fact === undefined || fact.superClass === NONE) continue;
    for (const parent of link.resolve({ file: owner.file, id: fact.superClass })) {
      if (parent.kind !== 'api') continue;
      const base = object.kind === 'instance' ? `${parent.path.replace(/#$/, '')}#` : parent.path;
      const created = object.kind === 'instance' ? object.created : null;
      return [{ kind: 'api', path: link.models.memberOf(link.models.normalise(base), name), created }];
    }
  }
  return UNKNOWN_ENTITIES;
}

/** The class and its superclasses inside the program, nearest first. */
export function lineage(link: Linking, ref: ClassRef): ClassRef[] {
  const result: ClassRef[] = [];
  let current: ClassRef | null = ref;
  while (current !== null && result.length < MAXIMUM_SUPERCLASSES) {
    const here: ClassRef = current;
    if (result.some((seen) => seen.file === here.file && seen.id === here.id)) break;
    result.push(here);
    const superClass: ValueId = here.file.facts.classes[here.id]?.superClass ?? NONE;
    const parents: readonly Entity[] = superClass === NONE ? [] : link.resolve({ file: here.file, id: superClass });
    const parent = parents.find((entity) => entity.kind === 'class');
    current = parent?.kind === 'class' ? parent.ref : null;
  }
  return result;
}

function matches(member: ClassMemberFact, name: string, isStatic: boolean): boolean {
  return member.name === name && member.isStatic === isStatic && member.kind !== 'constructor';
}

function propertyParameter(ref: ClassRef, name: string) {
  const constructor = ref.file.facts.classes[ref.id]?.members.find((member) => member.kind === 'constructor');
  const fact = constructor === undefined ? undefined : ref.file.facts.functions[constructor.function];
  return fact?.parameters.find((parameter) => parameter.isProperty && parameter.name === name);
}

/** Values that may be read from a member of an object, function, class or instance of the program. */
export function memberValues(link: Linking, object: Entity, name: string): readonly ValueRef[] {
  if (object.kind === 'object') return objectMemberValues(link, indexed(object.value), name, new Set());
  if (object.kind === 'function') return assignedMembers(functionValue(object), name);
  if (object.kind === 'instance' || object.kind === 'class') return classMemberValues(link, object, name);
  return [];
}

function functionValue(entity: Extract<Entity, { kind: 'function' }>): FileValue {
  const file = entity.ref.file as IndexedFile;
  return { file, id: file.valueOfFunction(entity.ref.id) };
}

/** @param seen literals looked into already: one that is spread into many others, or into itself, tells nothing new */
function objectMemberValues(link: Linking, ref: FileValue, name: string, seen: Set<number>): ValueRef[] {
  const fact = factOf(ref);
  if (seen.has(keyOf(ref)) || seen.size > MAXIMUM_LITERALS) return [];
  seen.add(keyOf(ref));
  const result: ValueRef[] = assignedMembers(ref, name);
  if (fact.kind === 'array') {
    const element = /^\d+$/.test(name) ? fact.elements[Number(name)] : undefined;
    return element === undefined ? result : [sibling(ref, element), ...result];
  }
  if (fact.kind !== 'object') return result;
  for (let index = fact.properties.length - 1; index >= 0; index -= 1) {
    const property = fact.properties[index]!;
    if (property.kind === 'spread') {
      for (const spread of link.resolve(sibling(ref, property.value))) {
        if (spread.kind === 'object') result.push(...objectMemberValues(link, indexed(spread.value), name, seen));
        else if (spread.kind === 'module') result.push(...link.exportedValues(spread.file as IndexedFile, name));
        else result.push(...link.memberValues(spread, name));
      }
    } else if (property.name === name && property.kind !== 'setter') {
      result.push(sibling(ref, property.value));
      break;
    }
  }
  return result;
}

function classMemberValues(link: Linking, object: Extract<Entity, { kind: 'instance' | 'class' }>, name: string): ValueRef[] {
  const isStatic = object.kind === 'class';
  for (const owner of lineage(link, object.ref)) {
    const file = owner.file as IndexedFile;
    const result: ValueRef[] = [];
    for (const member of file.facts.classes[owner.id]?.members ?? []) {
      if (!matches(member, name, isStatic) || member.kind === 'setter') continue;
      if (member.kind === 'property') {
        if (member.value !== NONE) result.push({ file, id: member.value });
      } else if (member.function !== NONE) {
        const id = file.valueOfFunction(member.function);
        if (id !== NONE) result.push({ file, id });
      }
    }
    result.push(...writtenFields(file, owner.id, name, isStatic));
    const parameter = isStatic ? undefined : propertyParameter(owner, name);
    if (parameter !== undefined) result.push({ file, id: parameter.value });
    if (result.length > 0) return result;
  }
  return [];
}

/** `this.name = value` inside the class, or `Class.name = value` / `Class.prototype.name = value` in its file. */
function writtenFields(file: IndexedFile, classId: number, name: string, isStatic: boolean): ValueRef[] {
  const binding = file.facts.classes[classId]?.binding ?? NONE;
  return file
    .memberWritesNamed(name)
    .filter((write) => {
      const target = throughAlias(file, write.object);
      if (target?.kind === 'this') {
        const inStatic = file.facts.functions[target.function]?.isStatic ?? false;
        return target.class === classId && inStatic === isStatic;
      }
      if (target?.kind === 'reference') return isStatic && binding !== NONE && target.binding === binding;
      if (target?.kind !== 'member' || target.name !== 'prototype' || isStatic) return false;
      const owner = file.facts.values[target.object];
      return owner?.kind === 'reference' && binding !== NONE && owner.binding === binding;
    })
    .map((write) => ({ file, id: write.value }));
}
