/** Names, functions and classes of a file, in the order of their numbers. */
import type { BindingFact, ClassFact, ClassMemberFact, FileFacts, FunctionFact, Offset, ParameterFact, TypeDeclarationFact, ValueId, WriteFact } from '../../contracts/facts.js';
import { readName } from './input.js';
import type { FactsInput } from './input.js';
import type { FactsOutput } from './output.js';
import { readType, readTypeMembers, readTypes, writeType, writeTypeMembers, writeTypes } from './types.js';
import { wordsOf } from './whole.js';
import type { Whole } from './whole.js';

const BINDING_KINDS = wordsOf<BindingFact['kind']>({ const: true, let: true, var: true, parameter: true, function: true, class: true, import: true, catch: true, enum: true, namespace: true });
const FUNCTION_KINDS = wordsOf<FunctionFact['kind']>({ module: true, declaration: true, expression: true, arrow: true, method: true, constructor: true, getter: true, setter: true });
const MEMBER_KINDS = wordsOf<ClassMemberFact['kind']>({ method: true, constructor: true, getter: true, setter: true, property: true });
const TYPE_KINDS = wordsOf<TypeDeclarationFact['kind']>({ interface: true, alias: true, enum: true });

/** Where a function or class stands. */
interface Extent {
  start: Offset;
  end: Offset;
}

/** @param uses of each binding: see `usesOf` */
export function writeBindings(to: FactsOutput, { bindings, values }: FileFacts, uses: readonly ValueId[][]): void {
  for (const [id, fact] of bindings.entries()) {
    to.word(BINDING_KINDS, fact.kind);
    to.owner(fact.function);
    writeType(to, fact.type);
    to.flag(fact.isDisposed === true);
    to.list(fact.writes, ({ value, at }) => {
      to.near(value);
      to.placeBehind(at, value, values.length);
    });
    const [first] = fact.writes;
    if (first === undefined) to.place(fact.start);
    else to.placeBefore(fact.start, first.value, values.length, distanceOf(fact.kind, fact.name));
    const known = uses[id]!;
    const isKnown = known.length === fact.uses.length && known.every((use, index) => use === fact.uses[index]);
    to.flag(isKnown);
    if (!isKnown) to.nearList(fact.uses);
  }
}

export function readBindings(from: FactsInput, values: FileFacts['values'], uses: readonly ValueId[][]): BindingFact[] {
  return from.bindingNames.map((name, id): Whole<BindingFact> => {
    const kind = from.word(BINDING_KINDS);
    const owner = from.owner();
    const type = readType(from);
    const isDisposed = from.flag() || undefined;
    const writes = from.list((): Whole<WriteFact> => {
      const value = from.near();
      return { value, at: from.placeBehind(value, values.length) };
    });
    const [first] = writes;
    const start = first === undefined ? from.place() : from.placeBefore(first.value, values.length, distanceOf(kind, name));
    return { name, kind, function: owner, start, type, isDisposed, writes, uses: from.flag() ? uses[id]! : from.nearList() };
  });
}

/** From the name to its first value: ` = ` stands between them, or nothing does. */
function distanceOf(kind: BindingFact['kind'], name: string): number {
  return kind === 'const' || kind === 'let' || kind === 'var' ? name.length + 3 : 0;
}

/** The references to each binding in the order of their numbers, which mostly is that of the source. */
export function usesOf(values: FileFacts['values'], bindings: number): ValueId[][] {
  const begins = new Uint32Array(bindings + 1);
  for (const fact of values) if (fact.kind === 'reference' && fact.binding >= 0) begins[fact.binding + 1]! += 1;
  for (let binding = 0; binding < bindings; binding += 1) begins[binding + 1]! += begins[binding]!;
  const ids = new Uint32Array(begins[bindings]!);
  const next = begins.slice();
  for (const [id, fact] of values.entries()) if (fact.kind === 'reference' && fact.binding >= 0) ids[next[fact.binding]!++] = id;
  return Array.from({ length: bindings }, (_, binding) => listOf(ids, begins[binding]!, begins[binding + 1]!));
}

/** No longer than it has to be: most names are used once or twice. */
function listOf(ids: Uint32Array, begin: number, end: number): ValueId[] {
  if (end === begin) return [];
  if (end - begin === 1) return [ids[begin]!];
  return end - begin === 2 ? [ids[begin]!, ids[begin + 1]!] : Array.from(ids.subarray(begin, end));
}

export function writeFunctions(to: FactsOutput, { functions, values }: FileFacts): void {
  const extents = extentsOf(values, 'function');
  to.counts.natural(functions.length);
  for (const [id, fact] of functions.entries()) {
    to.text(fact.name);
    to.word(FUNCTION_KINDS, fact.kind);
    writeExtent(to, fact, extents[id]);
    to.owner(fact.body);
    to.owner(fact.parent);
    to.owner(fact.class);
    to.words.natural((fact.isStatic ? 1 : 0) + (fact.isAsync ? 2 : 0) + (fact.isGenerator ? 4 : 0));
    to.list(fact.parameters, (parameter) => writeParameter(to, parameter));
    to.nearList(fact.returns);
    to.nearList(fact.throws);
    writeType(to, fact.returnType);
    to.nearList(fact.decorators);
    to.list(fact.directives, (directive) => to.text(directive));
  }
}

export function readFunctions(from: FactsInput, values: FileFacts['values']): FunctionFact[] {
  const extents = extentsOf(values, 'function');
  const count = from.counts.natural();
  const functions: FunctionFact[] = [];
  for (let id = 0; id < count; id += 1) functions.push(readFunction(from, extents[id]));
  return functions;
}

function readFunction(from: FactsInput, extent: Extent | undefined): Whole<FunctionFact> {
  const name = from.name();
  const kind = from.word(FUNCTION_KINDS);
  const { start, end } = readExtent(from, extent);
  const body = from.owner();
  const parent = from.owner();
  const ofClass = from.owner();
  const flags = from.words.natural();
  const parameters = from.list(readParameter);
  const returns = from.nearList();
  const throws = from.nearList();
  const returnType = readType(from);
  const decorators = from.nearList();
  const directives = from.list(readName);
  return { name, kind, start, end, body, parent, class: ofClass, isStatic: (flags & 1) !== 0, isAsync: (flags & 2) !== 0, isGenerator: (flags & 4) !== 0, parameters, returns, throws, returnType, decorators, directives };
}

/** Start and end of functions or classes by their numbers, as far as a value is one. */
function extentsOf(values: FileFacts['values'], kind: 'function' | 'class'): (Extent | undefined)[] {
  const extents: (Extent | undefined)[] = [];
  for (const fact of values) if (fact.kind === kind) extents[fact.kind === 'function' ? fact.function : fact.class] = fact;
  return extents;
}

function writeExtent(to: FactsOutput, { start, end }: Extent, known: Extent | undefined): void {
  const isKnown = known?.start === start && known.end === end;
  to.flag(isKnown);
  if (isKnown) return;
  to.place(start);
  to.places.signed(end - start);
}

function readExtent(from: FactsInput, known: Extent | undefined): Extent {
  if (from.flag()) return known!;
  const start = from.place();
  return { start, end: start + from.places.signed() };
}

function writeParameter(to: FactsOutput, fact: ParameterFact): void {
  to.text(fact.name);
  to.owner(fact.binding);
  to.near(fact.value);
  writeType(to, fact.type);
  to.near(fact.default);
  to.nearList(fact.decorators);
  to.flag(fact.isProperty);
}

function readParameter(from: FactsInput): Whole<ParameterFact> {
  const name = from.name();
  const binding = from.owner();
  const value = from.near();
  const type = readType(from);
  return { name, binding, value, type, default: from.near(), decorators: from.nearList(), isProperty: from.flag() };
}

export function writeClasses(to: FactsOutput, { classes, values }: FileFacts): void {
  const extents = extentsOf(values, 'class');
  to.counts.natural(classes.length);
  for (const [id, fact] of classes.entries()) {
    to.text(fact.name);
    to.owner(fact.binding);
    writeExtent(to, fact, extents[id]);
    to.near(fact.superClass);
    writeTypes(to, fact.superTypeArguments);
    writeTypes(to, fact.implements);
    to.nearList(fact.decorators);
    to.list(fact.members, (member) => writeMember(to, member));
    to.flag(fact.isAbstract);
  }
}

export function readClasses(from: FactsInput, values: FileFacts['values']): ClassFact[] {
  const extents = extentsOf(values, 'class');
  const count = from.counts.natural();
  const classes: ClassFact[] = [];
  for (let id = 0; id < count; id += 1) classes.push(readClass(from, extents[id]));
  return classes;
}

function readClass(from: FactsInput, extent: Extent | undefined): Whole<ClassFact> {
  const name = from.name();
  const binding = from.owner();
  const { start, end } = readExtent(from, extent);
  const superClass = from.near();
  const superTypeArguments = readTypes(from);
  const interfaces = readTypes(from);
  const decorators = from.nearList();
  const members = from.list(readMember);
  return { name, binding, start, end, superClass, superTypeArguments, implements: interfaces, decorators, members, isAbstract: from.flag() };
}

function writeMember(to: FactsOutput, fact: ClassMemberFact): void {
  to.text(fact.name);
  to.word(MEMBER_KINDS, fact.kind);
  to.owner(fact.function);
  to.near(fact.value);
  writeType(to, fact.type);
  to.nearList(fact.decorators);
  to.place(fact.start);
  to.places.signed(fact.end - fact.start);
  to.words.natural((fact.isStatic ? 1 : 0) + (fact.optional ? 2 : 0));
}

function readMember(from: FactsInput): Whole<ClassMemberFact> {
  const name = from.name();
  const kind = from.word(MEMBER_KINDS);
  const owner = from.owner();
  const value = from.near();
  const type = readType(from);
  const decorators = from.nearList();
  const start = from.place();
  const end = start + from.places.signed();
  const flags = from.words.natural();
  return { name, kind, isStatic: (flags & 1) !== 0, function: owner, value, type, decorators, start, end, optional: (flags & 2) !== 0 };
}

export function writeTypeDeclarations(to: FactsOutput, types: readonly TypeDeclarationFact[]): void {
  to.list(types, (fact) => {
    to.text(fact.name);
    to.word(TYPE_KINDS, fact.kind);
    writeTypeMembers(to, fact.members);
    writeTypes(to, fact.extends);
    to.place(fact.start);
  });
}

export function readTypeDeclarations(from: FactsInput): TypeDeclarationFact[] {
  return from.list((): Whole<TypeDeclarationFact> => ({ name: from.name(), kind: from.word(TYPE_KINDS), members: readTypeMembers(from), extends: readTypes(from), start: from.place() }));
}
