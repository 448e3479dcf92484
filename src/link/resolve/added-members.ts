/**
 * What a program adds to a thing of a library: `userSchema.statics.findByMail = function () { … }` and
 * `userSchema.static('findByMail', function () { … })` make a method of the model, and so do tables of them: `userSchema.statics = { findByMail() { … } }`.
 */
import { append } from '../../contracts/multimap.js';
import type { Entity, FunctionRef } from '../../contracts/program.js';
import { callPath, memberPath } from '../api-path.js';
import { type FileValue, indexed, type Linking, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { writesNamed } from '../trace/writes.js';
import { type NamingCall, type NamingCalls, namingCall, namingCallsOf } from './naming-calls.js';

/** The functions of this name that the program adds to the thing, in file order; empty for nearly all. */
export function addedMembers(link: Linking, path: string, name: string): readonly Entity[] {
  const holders = link.models.extensions.holdersOf(path);
  if (holders === undefined) return [];
  const written = writesNamed(link, name).filter(({ object }) => link.resolve(object).some((entity) => entity.kind === 'api' && holders.includes(entity.path)));
  const called = callsNaming(link, name).filter(({ callee }) => link.resolve(callee).some((entity) => entity.kind === 'api' && holders.includes(callPath(entity.path))));
  const listed = rowsNamed(link, name).filter((row) => holdersOfRow(link, row).some((holder) => holders.includes(holder)));
  return [...written, ...called, ...listed].flatMap(({ value }) => link.resolve(value).filter((entity) => entity.kind === 'function'));
}

/** What `this` is in a function that the program adds: the thing that is extended. */
export function extendedThing(link: Linking, callee: FunctionRef): readonly Entity[] {
  const { file } = indexed({ file: callee.file, id: 0 });
  const own = file.valueOfFunction(callee.id);
  if (own < 0) return [];
  const written = file.memberWritesWith(own).flatMap((write) => link.resolve({ file, id: write.object })).map((entity) => (entity.kind === 'api' ? entity.path : ''));
  const around = file.parentOf(own);
  const call = around < 0 ? null : namingCall({ file, id: around });
  const called = call !== null && isAdding(call) && call.value.id === own ? link.resolve(call.callee).map((entity) => (entity.kind === 'api' ? callPath(entity.path) : '')) : [];
  const table = around >= 0 && file.facts.values[around]!.kind === 'object' ? rowHolders(link, { file, id: around }) : [];
  for (const holder of [...written, ...called, ...table]) {
    const path = link.models.extensions.extendedBy(holder);
    if (path !== null) return [{ kind: 'api', path, created: null }];
  }
  return [];
}

/** The name under which a call adds the function: `byName` in `schema.static('byName', function () { … })`. */
export function namesGiven(link: Linking, file: FileValue['file'], value: number): string[] {
  const around = value < 0 ? -1 : file.parentOf(value);
  const call = around < 0 ? null : namingCall({ file, id: around });
  return call !== null && isAdding(call) && call.value.id === value && link.models.extensions.calls.has(call.method) ? [call.name] : [];
}

const tables = new WeakMap<Linking, NamingCalls>();

/** Calls that add a function under this name, in file and source order. */
function callsNaming(link: Linking, name: string): readonly NamingCall[] {
  let table = tables.get(link);
  if (table === undefined) tables.set(link, (table = namingCallsOf(link, link.models.extensions.calls)));
  return (table.get(name) ?? []).filter(isAdding);
}

/** It is given the name and the function, and nothing else. */
function isAdding({ count }: NamingCall): boolean {
  return count === 2;
}

/** A function in a table that is assigned to a member of `object`, or given to its method. */
interface Row {
  object: FileValue;
  member: string;
  isCall: boolean;
  value: FileValue;
}

const rows = new WeakMap<Linking, ReadonlyMap<string, readonly Row[]>>();

function rowsNamed(link: Linking, name: string): readonly Row[] {
  let table = rows.get(link);
  if (table === undefined) {
    const found = new Map<string, Row[]>();
    for (const file of link.files.values()) for (const [literal, holder] of tablesIn(link, file)) {
      const fact = file.facts.values[literal];
      for (const property of fact?.kind === 'object' ? fact.properties : []) if (property.name !== null) append(found, property.name, { ...holder, value: { file, id: property.value } });
    }
    rows.set(link, (table = found));
  }
  return table.get(name) ?? [];
}

type Holder = Omit<Row, 'value'>;

/** Object literals of a file that are such tables by the name of what takes them. */
function tablesIn(link: Linking, file: FileValue['file']): [number, Holder][] {
  const { names, calls } = link.models.extensions;
  const assigned = file.facts.memberWrites.flatMap(({ object, name, value }): [number, Holder][] => (name !== null && names.has(name) && file.facts.values[value]?.kind === 'object' ? [[value, { object: { file, id: object }, member: name, isCall: false }]] : []));
  const given = file.facts.calls.flatMap((id): [number, Holder][] => {
    const taken = tableTaken({ file, id });
    return taken !== null && calls.has(taken.holder.member) ? [[taken.literal, taken.holder]] : [];
  });
  return [...assigned, ...given];
}

/** `schema.method({ isOwner() { … } })` */
function tableTaken(call: FileValue): { literal: number; holder: Holder } | null {
  const fact = factOf(call);
  if (fact.kind !== 'call' || fact.args.length !== 1) return null;
  const callee = factOf(sibling(call, fact.callee));
  if (callee.kind !== 'member' || callee.name === null || factOf(sibling(call, fact.args[0]!)).kind !== 'object') return null;
  return { literal: fact.args[0]!, holder: { object: sibling(call, callee.object), member: callee.name, isCall: true } };
}

/** API paths of what takes the object literal as a table. */
function rowHolders(link: Linking, { file, id }: FileValue): string[] {
  const { names, calls } = link.models.extensions;
  const assigned = indexed({ file, id: 0 }).file.memberWritesWith(id).filter(({ name }) => name !== null && names.has(name)).flatMap((write) => holdersOfRow(link, { object: { file, id: write.object }, member: write.name ?? '', isCall: false }));
  const parent = indexed({ file, id: 0 }).file.parentOf(id);
  const taken = parent < 0 || file.facts.values[parent]!.kind !== 'call' ? null : tableTaken({ file, id: parent });
  return [...assigned, ...(taken !== null && taken.literal === id && calls.has(taken.holder.member) ? holdersOfRow(link, taken.holder) : [])];
}

function holdersOfRow(link: Linking, { object, member, isCall }: Holder): string[] {
  return link.resolve(object).flatMap((entity) => (entity.kind === 'api' ? [isCall ? callPath(memberPath(entity.path, member)) : memberPath(entity.path, member)] : []));
}
