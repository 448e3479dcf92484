/** Checks beside a query: a look at the row's tenant after it was read, or one for the same row before, here or where the function is called. */
import type { ValueRef } from '../../contracts/program.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import type { FoundQuery } from './found-query.js';
import { type IsKey, namesKey, pathNamesKey } from './key-names.js';
import { refusedInLoopBefore } from './list-checks.js';
import { isCallerValue, isUnverified } from './lookups.js';
import { namesLook, namesPersonColumn } from './names.js';
import type { Control } from './scope.js';

const MAXIMUM_CALLERS = 12;
const MAXIMUM_LEVELS = 3;

/** Where a query, or a call that leads to one, stands, and by which names its values go there. */
export interface Place {
  file: IndexedFile;
  /** The function and those around it. */
  functions: number[];
  start: number;
  names: ReadonlySet<string>;
  roots: FileValue[];
}

export function tenantChecks(link: Linking, query: FoundQuery, all: readonly FoundQuery[], isKey: IsKey): Control | null {
  const place = placeOf(query.value, query.values);
  const after = comparesKey(place, isKey);
  if (after !== null) return { filtered: 'yes', reason: "the row's tenant is compared after it is read", evidence: [{ location: link.location({ file: place.file, id: after }), text: 'compares the tenant' }] };
  const before = all.find((other) => isCheckBefore(other, place) && (sharesEntity(other, query) || sharesValue(other, place)));
  if (before !== undefined) return unknown('whether the query before, which holds the tenant key, makes this one safe', [{ location: link.location(before.value), text: 'is filtered by the tenant' }]);
  if (all.some((other) => isCheckBefore(other, place)) && refusedInLoopBefore(place)) return unknown('whether the loop before, which refuses elements of the same list, holds them against the tenant\'s rows');
  const ownersRead = all.find((other) => other.operation === 'read' && standsBefore(other, place) && sharesValue(other, place) && keepsToCaller(link, other));
  if (ownersRead !== undefined) return unknown('whether the query before, which keeps to the caller, makes this one safe', [{ location: link.location(ownersRead.value), text: 'is filtered by the caller' }]);
  if (givenTenantBeside(place, isKey)) return unknown('whether the call beside it, which is given the tenant and the same id, checks the row');
  if (lookedUpBefore(link, place)) return unknown('whether the call before it, which is given the same id and who asks, refuses what is not theirs');
  if (takesTenantFromRow(query.value, place, isKey) && !query.values.some((value) => isUnverified(link, value))) return unknown('whether the tenant that is taken from the row is the caller\'s');
  return checkedByCaller(link, place, all, isKey, 1) ? unknown('whether the check in the calling function is about this row') : null;
}

function unknown(reason: string, evidence: Control['evidence'] = []): Control {
  return { filtered: 'unknown', reason, evidence };
}

export function placeOf(value: ValueRef, values: readonly FileValue[]): Place {
  const { file } = indexed(value);
  const { start } = factOf(value);
  const functions: number[] = [];
  for (let id = file.functionAt(start); id > 0 && functions.length < 6; id = file.facts.functions[id]?.parent ?? 0) functions.push(id);
  const roots = values.flatMap(rootOf).filter((root) => root.file === file);
  return { file, functions, start, names: new Set(values.flatMap(nameOf)), roots };
}

/** The first comparison after the offset, in the function, with a member named like a tenant key. */
function comparesKey({ file, functions, start }: Place, isKey: IsKey): number | null {
  const { values } = file.facts;
  const found = values.findIndex((fact) => {
    if (fact.kind !== 'binary' || fact.start < start || !/^[!=]==?$/.test(fact.operator) || file.functionAt(fact.start) !== functions[0]) return false;
    return [fact.left, fact.right].some((side) => {
      const member = values[side];
      return member?.kind === 'member' && member.name !== null && namesKey(member.name, isKey);
    });
  });
  return found < 0 ? null : found;
}

/** A query with a tenant key that stands earlier in the same function, or in one around it. */
function isCheckBefore(other: FoundQuery, place: Place): boolean {
  return other.mention === 'yes' && other.operation !== 'create' && standsBefore(other, place);
}

export function standsBefore(other: FoundQuery, { file, functions, start }: Place): boolean {
  if (indexed(other.value).file !== file) return false;
  const at = factOf(other.value).start;
  return at < start && functions.includes(file.functionAt(at));
}

/** `where: { id, ownerId: user.id }` */
function keepsToCaller(link: Linking, { comparisons }: FoundQuery): boolean {
  return comparisons.some(({ column, value }) => value !== null && namesPersonColumn(column) && isCallerValue(link, value));
}

export function sharesEntity(other: FoundQuery, query: FoundQuery): boolean {
  return other.known.some((entity) => query.known.includes(entity));
}

/** One of its values is compared here, or what it read is. */
export function sharesValue(other: FoundQuery, { file, names, roots }: Place): boolean {
  if (other.values.flatMap(nameOf).some((name) => names.has(name))) return true;
  const at = factOf(other.value);
  return roots.some((root) => {
    const fact = factOf(root);
    const writes = fact.kind === 'reference' ? (file.facts.bindings[fact.binding]?.writes ?? []) : [];
    return writes.some(({ value }) => {
      const written = spanOf(file, value);
      return written.start <= at.start && at.end <= written.end;
    });
  });
}

/** A destructured variable is written with a member of the whole. */
function spanOf(file: IndexedFile, value: number): { start: number; end: number } {
  const fact = file.facts.values[value]!;
  if (fact.kind === 'member' && fact.object >= 0) {
    const inner = spanOf(file, fact.object);
    return { start: Math.min(fact.start, inner.start), end: Math.max(fact.end, inner.end) };
  }
  return fact;
}

/** `params.id` and `id` are told apart by their text. */
function nameOf(value: FileValue): string[] {
  const fact = factOf(value);
  if (fact.kind === 'reference') return [fact.name];
  if (fact.kind === 'member' && fact.name !== null) return nameOf(sibling(value, fact.object)).map((name) => `${name}.${fact.name}`);
  if (fact.kind === 'await' || fact.kind === 'cast') return nameOf(sibling(value, fact.operand));
  return fact.kind === 'call' ? fact.args.slice(0, 1).flatMap((id) => nameOf(sibling(value, id))) : [];
}

function rootOf(value: FileValue): FileValue[] {
  const fact = factOf(value);
  if (fact.kind === 'reference') return [value];
  if (fact.kind === 'member') return rootOf(sibling(value, fact.object));
  if (fact.kind === 'call') return [...rootOf(sibling(value, fact.callee)), ...fact.args.slice(0, 1).flatMap((id) => rootOf(sibling(value, id)))];
  return [];
}

/** `await assertOwned(tenantId, id)` before, or `deleteDocument({ teamId, id })` after a look at what it is. */
function givenTenantBeside({ file, functions, start, names }: Place, isKey: IsKey): boolean {
  if (names.size === 0) return false;
  return file.facts.calls.some((id) => {
    const fact = factOf({ file, id });
    const holdsQuery = fact.start <= start && start < fact.end;
    if (fact.kind !== 'call' || holdsQuery || !isWithin(file, functions, fact.start)) return false;
    const given = fact.args.flatMap((argument) => argumentNames({ file, id: argument }));
    return given.some((name) => names.has(name)) && given.some((name) => pathNamesKey(name, isKey));
  });
}

/** `await getInvitation({ emailAccountId, invitationId })` before: a function of the program that throws, given the same id and one more. */
function lookedUpBefore(link: Linking, { file, functions, start, names }: Place): boolean {
  if (names.size === 0) return false;
  return file.facts.calls.some((id) => {
    const fact = factOf({ file, id });
    if (fact.kind !== 'call' || fact.end > start || file.functionAt(fact.start) !== functions[0]) return false;
    const callee = file.facts.values[fact.callee]!;
    const name = callee.kind === 'reference' || callee.kind === 'member' ? callee.name : null;
    if (name === null || !namesLook(name)) return false;
    const given = fact.args.flatMap((argument) => argumentNames({ file, id: argument }));
    const others = given.filter((each) => !names.has(each) && /id$/i.test(each));
    return given.length > others.length && others.length > 0 && given.some((each) => names.has(each)) && link.callees({ file, id }).some((ref) => link.functionFact(ref).throws.length > 0);
  });
}

/** In the function, in one around it, or in a callback inside. */
function isWithin(file: IndexedFile, functions: readonly number[], offset: number): boolean {
  for (let id = file.functionAt(offset), depth = 0; id > 0 && depth < 6; id = file.facts.functions[id]?.parent ?? 0, depth += 1) {
    if (id === functions[0] || (depth === 0 && functions.includes(id))) return true;
  }
  return false;
}

function argumentNames(value: FileValue, depth = 0): string[] {
  const fact = factOf(value);
  if (fact.kind === 'object' && depth < 3) return fact.properties.flatMap((property) => argumentNames(sibling(value, property.value), depth + 1));
  return nameOf(value);
}

/** The row says whose it is (`chatflow.workspaceId`), and the code goes on with that. */
function takesTenantFromRow(query: ValueRef, { file, functions, start }: Place, isKey: IsKey): boolean {
  const at = factOf(query);
  return file.valuesOfKind('member').some((id) => {
    const fact = file.facts.values[id]!;
    if (fact.kind !== 'member' || fact.name === null || fact.start < start || !namesKey(fact.name, isKey) || file.functionAt(fact.start) !== functions[0]) return false;
    const object = file.facts.values[fact.object];
    const writes = object?.kind === 'reference' ? (file.facts.bindings[object.binding]?.writes ?? []) : [];
    return writes.some(({ value }) => spanOf(file, value).start <= at.start && at.end <= spanOf(file, value).end);
  });
}

/** Some caller compares tenants, or checked before with what it hands on. */
function checkedByCaller(link: Linking, place: Place, all: readonly FoundQuery[], isKey: IsKey, level: number): boolean {
  const [id] = place.functions;
  if (id === undefined || level > MAXIMUM_LEVELS) return false;
  return link.callersOf({ file: place.file, id }).slice(0, MAXIMUM_CALLERS).some((call) => {
    const fact = factOf(call);
    const given = fact.kind === 'call' ? fact.args.flatMap((argument) => handedOver(indexed(sibling(call, argument)))) : [];
    const there = placeOf(call, given);
    if (there.functions.length === 0) return false;
    const checks = comparesKey(there, isKey) !== null || givenTenantBeside(there, isKey) || all.some((other) => isCheckBefore(other, there) && sharesValue(other, there));
    return checks || checkedByCaller(link, there, all, isKey, level + 1);
  });
}

function handedOver(value: FileValue): FileValue[] {
  const fact = factOf(value);
  return fact.kind === 'object' ? fact.properties.map((property) => sibling(value, property.value)) : [value];
}
