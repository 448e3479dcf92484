/** What a value is by the name of its type: `private readonly pool: Pool`, `(deps: { db: Pool })`, `implements Repository`. */
import { NONE, type TypeDeclarationFact, type TypeFact, type TypeMemberFact } from '../../contracts/facts.js';
import type { ClassRef, Entity } from '../../contracts/program.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { isKnown, union, UNKNOWN_ENTITIES } from './entities.js';

/** Types that stand for their first argument. */
const TRANSPARENT = new Set(['Promise', 'PromiseLike', 'Awaited', 'Readonly', 'Partial', 'Required', 'NonNullable', 'Omit', 'Pick', 'DeepPartial']);

const MAPS = new Set(['Map', 'ReadonlyMap', 'WeakMap']);

/** Names that need no declaration and say nothing about an API. */
const PLAIN = new Set(['{}', '[]', 'string', 'number', 'boolean', 'any', 'unknown', 'object', 'void', 'never', 'null', 'undefined', '']);

const MAXIMUM_DEPTH = 8;
/** An interface with more classes behind it says little about which one is meant. */
const MAXIMUM_IMPLEMENTATIONS = 6;

/** A type as written, and the file whose names it uses. */
export interface PlacedType {
  type: TypeFact;
  file: IndexedFile;
}

export function resolveType(link: Linking, file: IndexedFile, type: TypeFact, depth = 0): readonly Entity[] {
  if (depth > MAXIMUM_DEPTH || PLAIN.has(type.name)) return UNKNOWN_ENTITIES;
  if (type.name === '|' || type.name === '&') {
    return union(...(type.args ?? []).map((arm) => resolveType(link, file, arm, depth + 1)).filter(isKnown));
  }
  if (TRANSPARENT.has(type.name)) {
    const inner = type.args?.[0];
    return inner === undefined ? UNKNOWN_ENTITIES : resolveType(link, file, inner, depth + 1);
  }
  // `users: typeof User` is the class, by whatever token it is injected.
  if (type.name === 'typeof') return classesOf(resolveTypeName(link, file, type.args?.[0]?.name ?? ''));
  const declared = declarationOf(link, file, type.name);
  if (declared !== null) return resolveDeclaration(link, declared, depth);
  return instancesOf(link, resolveTypeName(link, file, type.name));
}

function resolveDeclaration(link: Linking, declared: PlacedDeclaration, depth: number): readonly Entity[] {
  const { declaration, file } = declared;
  if (declaration.kind === 'alias') {
    return union(...declaration.extends.map((type) => resolveType(link, file, type, depth + 1)).filter(isKnown));
  }
  if (declaration.kind !== 'interface') return UNKNOWN_ENTITIES;
  const implementations = implementationsOf(link, declaration.name, file);
  if (implementations.length > 0) {
    return implementations.map((ref) => ({ kind: 'instance', ref, created: null }) as const);
  }
  return union(...declaration.extends.map((type) => resolveType(link, file, type, depth + 1)).filter(isKnown));
}

function classesOf(entities: readonly Entity[]): readonly Entity[] {
  const classes = entities.filter(({ kind }) => kind === 'class');
  return classes.length === 0 ? UNKNOWN_ENTITIES : classes;
}

/** A class, or a library's name, becomes what an instance of it is. */
function instancesOf(link: Linking, entities: readonly Entity[]): readonly Entity[] {
  const result = entities.flatMap((entity): Entity[] => {
    if (entity.kind === 'class') return [{ kind: 'instance', ref: entity.ref, created: null }];
    if (entity.kind !== 'api') return [];
    return [{ kind: 'api', path: link.models.instanceOf(entity.path), created: null }];
  });
  return result.length === 0 ? UNKNOWN_ENTITIES : result;
}

/** What a (dotted) name in type position names as a value: a class or something imported. */
export function resolveTypeName(link: Linking, file: IndexedFile, name: string): readonly Entity[] {
  const [head = '', ...rest] = name.split('.');
  const binding = file.names.declarationNamed(head);
  let entities: readonly Entity[];
  if (binding === NONE) {
    entities = [{ kind: 'api', path: link.models.normalise(`global:${head}`), created: null }];
  } else {
    const fact = file.facts.bindings[binding]!;
    if (fact.kind === 'import') entities = link.resolveImport(file, binding);
    else entities = union(...fact.writes.map((write) => link.resolve({ file, id: write.value })));
  }
  for (const part of rest) entities = union(...entities.map((entity) => link.resolveMember(entity, part)));
  return entities;
}

interface PlacedDeclaration {
  declaration: TypeDeclarationFact;
  file: IndexedFile;
}

/** The interface, alias or enum that a type name stands for, followed through imports and re-exports. */
export function declarationOf(link: Linking, file: IndexedFile, name: string, depth = 0): PlacedDeclaration | null {
  let known = DECLARATIONS.get(file);
  if (known === undefined) DECLARATIONS.set(file, (known = new Map()));
  const before = known.get(name);
  if (before !== undefined) return before;
  const found = findDeclaration(link, file, name, depth);
  // Deeper down the search may have been cut short.
  if (found !== null || depth === 0) known.set(name, found);
  return found;
}

/** What was found, by the file whose name it is: the same few types are asked for with every parameter. */
const DECLARATIONS = new WeakMap<IndexedFile, Map<string, PlacedDeclaration | null>>();

function findDeclaration(link: Linking, file: IndexedFile, name: string, depth: number): PlacedDeclaration | null {
  if (depth > MAXIMUM_DEPTH || name.includes('.')) return null;
  const declaration = file.names.typeNamed(name);
  if (declaration !== undefined) return { declaration, file };
  const fact = file.names.importNamed(name);
  const target = fact === undefined ? undefined : link.modules.resolve(file, fact.specifier);
  if (fact === undefined || target?.kind !== 'file') return null;
  return exportedDeclaration(link, target.file as IndexedFile, fact.kind === 'named' ? fact.name : name, depth + 1);
}

function exportedDeclaration(link: Linking, file: IndexedFile, name: string, depth: number): PlacedDeclaration | null {
  if (depth > MAXIMUM_DEPTH) return null;
  const own = declarationOf(link, file, name, depth);
  if (own !== null) return own;
  for (const fact of file.facts.exports) {
    const imported = fact.kind === 'star' ? name : fact.kind === 're-export' && fact.name === name ? fact.imported : null;
    if (imported === null) continue;
    const target = link.modules.resolve(file, fact.specifier);
    if (target.kind === 'package') continue;
    const found = exportedDeclaration(link, target.file as IndexedFile, imported, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** Classes of the program that say they implement the interface. */
function implementationsOf(link: Linking, name: string, file: IndexedFile): ClassRef[] {
  return link.mentions
    .implementersOf(name)
    .filter((candidate) => {
      const declared = declarationOf(link, candidate.file as IndexedFile, name);
      return declared === null || declared.file === file;
    })
    .slice(0, MAXIMUM_IMPLEMENTATIONS);
}

/** The written type of a value, if one can be found: of a parameter, a variable, a cast, a field. */
export function typeOf(link: Linking, ref: FileValue, depth = 0): PlacedType | null {
  if (depth > MAXIMUM_DEPTH) return null;
  const fact = factOf(ref);
  if (fact.kind === 'cast') return { type: fact.type, file: ref.file };
  if (fact.kind === 'await') return unwrapPromise(typeOf(link, sibling(ref, fact.operand), depth + 1));
  if (fact.kind === 'parameter') {
    const type = ref.file.facts.functions[fact.function]?.parameters[fact.index]?.type;
    return type === undefined ? null : { type, file: ref.file };
  }
  if (fact.kind === 'logical' && fact.operator === 'default') return typeOf(link, sibling(ref, fact.left), depth + 1);
  if (fact.kind === 'reference') {
    const binding = ref.file.facts.bindings[fact.binding];
    if (binding?.type !== undefined) return { type: binding.type, file: ref.file };
    const write = binding?.writes.length === 1 ? binding.writes[0] : undefined;
    return write === undefined ? null : typeOf(link, sibling(ref, write.value), depth + 1);
  }
  if (fact.kind === 'member' && fact.name !== null) return memberType(link, sibling(ref, fact.object), fact.name, depth);
  if (fact.kind === 'element') return elementType(typeOf(link, sibling(ref, fact.of), depth + 1));
  return fact.kind === 'call' ? gotten(link, sibling(ref, fact.callee), depth) : null;
}

/** `map.get(key)` of a map whose type is written. */
function gotten(link: Linking, callee: FileValue, depth: number): PlacedType | null {
  const fact = factOf(callee);
  if (fact.kind !== 'member' || fact.name !== 'get') return null;
  const placed = typeOf(link, sibling(callee, fact.object), depth + 1);
  const value = placed !== null && MAPS.has(placed.type.name) ? placed.type.args?.[1] : undefined;
  return placed === null || value === undefined ? null : { type: value, file: placed.file };
}

function unwrapPromise(placed: PlacedType | null): PlacedType | null {
  const inner = placed?.type.name === 'Promise' ? placed.type.args?.[0] : undefined;
  return placed !== null && inner !== undefined ? { type: inner, file: placed.file } : placed;
}

function elementType(placed: PlacedType | null): PlacedType | null {
  const isList = placed?.type.name === '[]' || placed?.type.name === 'Array' || placed?.type.name === 'ReadonlyArray';
  const inner = isList ? placed?.type.args?.[0] : undefined;
  return placed !== null && inner !== undefined ? { type: inner, file: placed.file } : null;
}

function memberType(link: Linking, object: FileValue, name: string, depth: number): PlacedType | null {
  const owner = typeOf(link, object, depth + 1);
  if (owner !== null) return typeMember(link, owner, name, depth + 1);
  for (const entity of link.resolve(object)) {
    if (entity.kind !== 'instance') continue;
    const file = entity.ref.file as IndexedFile;
    const member = file.facts.classes[entity.ref.id]?.members.find((candidate) => candidate.name === name);
    if (member?.type !== undefined) return { type: member.type, file };
  }
  return null;
}

/** The type of a member of a written type. */
export function typeMember(link: Linking, owner: PlacedType, name: string, depth = 0): PlacedType | null {
  if (depth > MAXIMUM_DEPTH) return null;
  const { type, file } = owner;
  const own = pick(type.members, name, file);
  if (own !== null) return own;
  if (type.name === '|' || type.name === '&') {
    for (const arm of type.args ?? []) {
      const found = typeMember(link, { type: arm, file }, name, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  if (TRANSPARENT.has(type.name) && type.args?.[0] !== undefined) {
    return typeMember(link, { type: type.args[0], file }, name, depth + 1);
  }
  const declared = PLAIN.has(type.name) ? null : declarationOf(link, file, type.name);
  if (declared === null) return null;
  const member = pick(declared.declaration.members, name, declared.file);
  if (member !== null) return member;
  for (const base of declared.declaration.extends) {
    const found = typeMember(link, { type: base, file: declared.file }, name, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function pick(members: readonly TypeMemberFact[] | undefined, name: string, file: IndexedFile): PlacedType | null {
  const member = members?.find((candidate) => candidate.name === name);
  return member === undefined ? null : { type: member.type, file };
}

/** What `map.get(key)` gives by the written type of the map. */
export function typeOfGotten(link: Linking, call: FileValue): readonly Entity[] {
  const placed = typeOf(link, call);
  return placed === null ? UNKNOWN_ENTITIES : resolveType(link, placed.file, placed.type);
}

/** What the member is by the written type of its object. */
export function typeOfMember(link: Linking, object: FileValue, name: string): readonly Entity[] {
  const owner = typeOf(link, object);
  const member = owner === null ? null : typeMember(link, owner, name);
  return member === null ? UNKNOWN_ENTITIES : link.resolveType(member.file, member.type);
}
