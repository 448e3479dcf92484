/** Checks beside a query: a look at the row's tenant after it was read, or one for the same row before. */
import type { FunctionRef } from '../../contracts/program.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import type { FoundQuery } from './found-query.js';
import { type IsKey, namesKey } from './mentions.js';
import type { Control } from './scope.js';

export function tenantChecks(link: Linking, query: FoundQuery, all: readonly FoundQuery[], isKey: IsKey): Control | null {
  const { file } = indexed(query.value);
  const start = factOf(query.value).start;
  const id = file.functionAt(start);
  const after = comparesKey(file, id, start, isKey);
  if (after !== null) return { filtered: 'yes', reason: "the row's tenant is compared after it is read", evidence: [{ location: link.location({ file, id: after }), text: 'compares the tenant' }] };
  const before = all.find((other) => other !== query && other.mention === 'yes' && isBefore(other, file, id, start) && concernsSame(other, query));
  if (before !== undefined) return { filtered: 'unknown', reason: 'whether the query before, which holds the tenant key, makes this one safe', evidence: [{ location: link.location(before.value), text: 'is filtered by the tenant' }] };
  if (checkedByCall(query, file, id, start, isKey)) return { filtered: 'unknown', reason: 'whether the call before, which is given the tenant and the same id, checks the row', evidence: [] };
  return comparedByCaller(link, { file, id }, isKey) ? { filtered: 'unknown', reason: 'whether the comparison of tenants in the caller is about this row', evidence: [] } : null;
}

/** The first comparison after the offset, in the function, with a member named like a tenant key. */
function comparesKey(file: IndexedFile, functionId: number, from: number, isKey: IsKey): number | null {
  const { values } = file.facts;
  const found = values.findIndex((fact) => {
    if (fact.kind !== 'binary' || fact.start < from || !/^[!=]==?$/.test(fact.operator) || file.functionAt(fact.start) !== functionId) return false;
    return [fact.left, fact.right].some((side) => {
      const member = values[side];
      return member?.kind === 'member' && member.name !== null && namesKey(member.name, isKey);
    });
  });
  return found < 0 ? null : found;
}

function isBefore(other: FoundQuery, file: IndexedFile, functionId: number, start: number): boolean {
  const at = factOf(other.value).start;
  return indexed(other.value).file === file && at < start && file.functionAt(at) === functionId;
}

/** The same entity, or one of the same values. */
function concernsSame(other: FoundQuery, query: FoundQuery): boolean {
  if (other.known.some((entity) => query.known.includes(entity))) return true;
  const names = new Set(other.values.flatMap(nameOf));
  return query.values.flatMap(nameOf).some((name) => names.has(name));
}

/** `params.id` and `id` are told apart by their text. */
function nameOf(value: FileValue): string[] {
  const fact = factOf(value);
  if (fact.kind === 'reference') return [fact.name];
  if (fact.kind === 'member' && fact.name !== null) return nameOf(sibling(value, fact.object)).map((name) => `${name}.${fact.name}`);
  return fact.kind === 'call' ? fact.args.slice(0, 1).flatMap((id) => nameOf(sibling(value, id))) : [];
}

/** `await assertOwned(tenantId, id)` before the query. */
function checkedByCall(query: FoundQuery, file: IndexedFile, functionId: number, start: number, isKey: IsKey): boolean {
  const names = new Set(query.values.flatMap(nameOf));
  if (names.size === 0) return false;
  return file.facts.calls.some((id) => {
    const fact = factOf({ file, id });
    if (fact.kind !== 'call' || fact.start >= start || fact.end > start || file.functionAt(fact.start) !== functionId) return false;
    const given = fact.args.flatMap((argument) => argumentNames({ file, id: argument }));
    return given.some((name) => names.has(name)) && given.some((name) => namesKey(name.slice(name.lastIndexOf('.') + 1), isKey));
  });
}

function argumentNames(value: FileValue): string[] {
  const fact = factOf(value);
  if (fact.kind === 'object') return fact.properties.flatMap((property) => nameOf(sibling(value, property.value)));
  return nameOf(value);
}

/** A function that gives its row to callers, of which one compares tenants afterwards. */
function comparedByCaller(link: Linking, ref: FunctionRef, isKey: IsKey): boolean {
  return link.callersOf(ref).slice(0, 12).some((call) => {
    const { file } = indexed(call);
    const start = factOf(call).start;
    return comparesKey(file, file.functionAt(start), start, isKey) !== null;
  });
}
