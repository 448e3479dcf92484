/** Rows that are named by what an earlier query of the same function read: `update(credential.id, …)` after `findOneBy({ id })`. */
import type { TenantScope } from '../../contracts/program.js';
import { type FileValue, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { placeOf, sharesEntity, sharesValue, standsBefore } from './checks.js';
import type { FoundQuery } from './found-query.js';
import type { Control } from './scope.js';

/**
 * A row that was read for the tenant may be changed by its id. Where the read is not limited, it is the read that is wrong, and told of there.
 * @returns null when no such query is seen
 */
export function rowsReadBefore(query: FoundQuery, all: readonly FoundQuery[], scopeOf: (read: FoundQuery) => TenantScope): Control | null {
  if (query.operation === 'read' && isJustMade(query, all)) return { filtered: 'unknown', reason: 'whether the row is the one that was just made', evidence: [] };
  const keys = query.comparisons.flatMap(({ column, value }) => (value !== null && /id$/i.test(column) ? [value] : []));
  for (const key of keys) {
    const reads = readsOf(key, query, all);
    if (reads.length === 0) continue;
    const scopes = reads.map(scopeOf);
    if (scopes.every(({ owned, filtered }) => owned && filtered === 'yes')) return { filtered: 'yes', reason: 'the row whose id is used here was read for the tenant', evidence: scopes.flatMap((scope) => scope.evidence).slice(0, 2) };
    return { filtered: 'unknown', reason: 'whether the row whose id is used here was read for the tenant', evidence: [] };
  }
  return null;
}

/** `SELECT id FROM students WHERE email = ?` after an INSERT of the same address. */
function isJustMade(query: FoundQuery, all: readonly FoundQuery[]): boolean {
  const place = placeOf(query.value, query.values);
  return all.some((other) => other.operation === 'create' && standsBefore(other, place) && sharesEntity(other, query) && sharesValue(other, place));
}

/** The queries by which the variable was written of which the value is a member. */
function readsOf(value: FileValue, query: FoundQuery, all: readonly FoundQuery[]): FoundQuery[] {
  const { file } = value;
  const fact = factOf(value);
  const object = fact.kind === 'member' ? factOf(sibling(value, fact.object)) : null;
  if (object?.kind !== 'reference') return [];
  const spans = (file.facts.bindings[object.binding]?.writes ?? []).flatMap((write) => (write.value < 0 ? [] : [file.facts.values[write.value]!]));
  return all.filter((other) => {
    if (other === query || other.operation !== 'read' || indexed(other.value).file !== file) return false;
    const { start, end } = factOf(other.value);
    return spans.some((span) => span.start <= start && end <= span.end);
  });
}
