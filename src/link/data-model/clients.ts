/** A client of its own for each tenant, and wrappers that run their callback for one tenant. */
import type { FunctionRef, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';
import type { FoundQuery } from './found-query.js';
import { type IsKey, namesKey } from './key-names.js';
import { wordsOf } from './names.js';
import type { RowSecurity } from './row-security.js';
import type { Control } from './scope.js';

const CLIENT_WORDS = new Set(['db', 'client', 'prisma', 'repo', 'repository', 'connection', 'conn', 'knex', 'manager', 'em', 'pool', 'datasource', 'source', 'scoped', 'tx', 'model', 'database']);

/** `getClient(tenantId).ticket.findMany()`, `connections[orgId]`, `this.tenantDb.query(…)`. */
export function clientScope(link: Linking, query: FoundQuery, isKey: IsKey): Control | null {
  const fact = factOf(query.value);
  if (fact.kind !== 'call') return null;
  return receiverScope(link, sibling(query.value, fact.callee), isKey, 0, new Set());
}

function receiverScope(link: Linking, value: FileValue, isKey: IsKey, depth: number, seen: Set<number>): Control | null {
  if (depth > 12 || seen.has(keyOf(value))) return null;
  seen.add(keyOf(value));
  const fact = factOf(value);
  const next = (id: number) => receiverScope(link, sibling(value, id), isKey, depth + 1, seen);
  switch (fact.kind) {
    case 'member':
      if (fact.index >= 0 && isKeyed(sibling(value, fact.index), isKey)) return ownClient(link, value);
      return namesTenantClient(fact.name ?? '', isKey) ? possibleClient(link, value) : next(fact.object);
    case 'call':
      // What declares an entity names its columns; that is no tenant.
      if (link.rolesAt(value).some((site) => site.role.startsWith('model.'))) return null;
      if (fact.args.some((id) => isKeyed(sibling(value, id), isKey))) return ownClient(link, value);
      return next(fact.callee);
    case 'reference':
      if (namesTenantClient(fact.name, isKey)) return possibleClient(link, value);
      return link.definitionsAt(value.file, value.id).slice(0, 4).map((definition) => receiverScope(link, indexed(definition), isKey, depth + 1, seen)).find((found) => found !== null) ?? null;
    case 'await':
    case 'cast':
      return next(fact.operand);
    default:
      return null;
  }
}

/** Also inside an object: `getClient({ tenantId })`. */
function isKeyed(value: FileValue, isKey: IsKey): boolean {
  const fact = factOf(value);
  if (fact.kind === 'reference') return namesKey(fact.name, isKey);
  if (fact.kind === 'member') return fact.name !== null && namesKey(fact.name, isKey);
  if (fact.kind === 'object') return fact.properties.some((property) => property.name !== null && namesKey(property.name, isKey));
  return fact.kind === 'cast' || fact.kind === 'await' ? isKeyed(sibling(value, fact.operand), isKey) : false;
}

function namesTenantClient(name: string, isKey: IsKey): boolean {
  const words = wordsOf(name);
  return words.length > 1 && words.some((word) => isKey(word)) && words.some((word) => CLIENT_WORDS.has(word));
}

function ownClient(link: Linking, value: ValueRef): Control {
  return { filtered: 'yes', reason: 'the client is made for one tenant', evidence: [{ location: link.location(value), text: 'is given the tenant' }] };
}

function possibleClient(link: Linking, value: ValueRef): Control {
  return { filtered: 'unknown', reason: `whether ${link.describe(value)} keeps to one tenant`, evidence: [] };
}

/** `withTenant(tenantId, (tx) => tx.ticket.findMany())`: the query stands in a callback of a call that is given the tenant. */
export function enclosingScope(link: Linking, query: FoundQuery, isKey: IsKey, security: RowSecurity): Control | null {
  const { file } = indexed(query.value);
  let id = file.functionAt(factOf(query.value).start);
  for (let depth = 0; id > 0 && depth < 5; depth += 1) {
    const found = wrapperOf(link, { file, id }, isKey, security);
    if (found !== null) return found;
    id = file.facts.functions[id]?.parent ?? 0;
  }
  return null;
}

function wrapperOf(link: Linking, { file, id }: FunctionRef, isKey: IsKey, security: RowSecurity): Control | null {
  const value = indexed({ file, id: 0 }).file.valueOfFunction(id);
  const parent = value < 0 ? -1 : indexed({ file, id: value }).file.parentOf(value);
  const call = parent < 0 ? null : factOf({ file, id: parent });
  if (call?.kind !== 'call' || !call.args.includes(value)) return null;
  const keyed = call.args.some((argument) => argument !== value && isKeyed(indexed({ file, id: argument }), isKey));
  if (!keyed) return null;
  const setting = link.callees({ file, id: parent }).map((callee) => security.setsTenant(callee)).find((found) => found !== null);
  if (setting) return { filtered: 'yes', reason: 'it runs in a wrapper that tells the database the tenant', evidence: [setting] };
  return { filtered: 'unknown', reason: `whether ${link.describe({ file, id: call.callee })} keeps the query to the tenant that it is given`, evidence: [] };
}
