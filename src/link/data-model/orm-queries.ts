/** Queries through ORMs and query builders: uses in the roles `orm.query` and `orm.write`, with what their chains add. */
import type { DataQuery, RoleSite, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';
import { type Chain, chainFrom, chainStarts } from './chains.js';
import { comparisonsIn, lastPart } from './comparisons.js';
import type { DataEntity, EntityIndex } from './entity.js';
import { entitiesOf } from './entity-of.js';
import type { Comparison, FoundQuery } from './found-query.js';
import { type IsKey, namesKey, namesScope } from './key-names.js';
import { type Mention, mentions, strongest } from './mentions.js';

const ROLES = ['orm.query', 'orm.write'];
/** By name alone (`tx.ticket.findMany`): only where the receiver's last name is an entity of a schema. */
const UNRESOLVED_ROLES = ['orm.query.unresolved', 'orm.write.unresolved'];

export function ormQueries(link: Linking, index: EntityIndex, isKey: IsKey): FoundQuery[] {
  const sites = ROLES.flatMap((role) => link.sitesOf(role));
  const resolved = new Set(sites.map((site) => keyOf(site.value)));
  const guessed = UNRESOLVED_ROLES.flatMap((role) => link.sitesOf(role)).filter((site) => !resolved.has(keyOf(site.value)));
  const found = new Map<number, FoundQuery>();
  for (const site of [...sites, ...guessed]) {
    if (found.has(keyOf(site.value)) || isPartOfChain(link, site)) continue;
    const query = queryAt(link, index, isKey, site);
    if (query !== null) found.set(keyOf(site.value), query);
  }
  return [...found.values()];
}

/** A join, or a call on a chain that a query site begins: told where the chain begins. */
function isPartOfChain(link: Linking, site: RoleSite): boolean {
  if (site.entry.attributes['join'] === true) return true;
  if (site.entry.attributes['style'] !== 'builder') return false;
  return chainStarts(link, site.value).some((start) => link.rolesAt(start).some((other) => ROLES.includes(other.role) && other.entry.attributes['style'] === 'builder' && other.entry.attributes['join'] !== true));
}

function queryAt(link: Linking, index: EntityIndex, isKey: IsKey, site: RoleSite): FoundQuery | null {
  const entity = link.argument(site, 'entity');
  const entities = entity === null ? { names: [], known: [] } : entitiesOf(link, index, entity);
  if (site.role.endsWith('.unresolved') && !isDelegate(link, entity, entities.known)) return null;
  const isBuilder = site.entry.attributes['style'] === 'builder';
  const chain = isBuilder ? chainFrom(link, site.value) : { calls: [], escapes: false };
  const operation = operationOf(link, site, chain);
  const filters = filtersOf(link, site, chain);
  const values = filters.flatMap((filter) => filter.values);
  return {
    value: site.value,
    kind: 'orm',
    names: entities.names,
    known: entities.known,
    operation,
    filter: filters[0]?.condition ?? null,
    statementText: null,
    site,
    confidence: site.confidence,
    mention: operation === 'create' ? dataMention(link, site, chain, isKey) : strongest([...filters.map((filter) => mentionIn(link, filter, isKey)), chain.escapes ? 'unknown' : 'no', ...scopedCalls(chain, isKey)]),
    comparisons: filters.flatMap((filter) => filter.comparisons),
    values,
  };
}

/** `tx.ticket` where Prisma knows a model `Ticket`, and where nothing is known that says otherwise (`stripe.customers`). */
function isDelegate(link: Linking, entity: ValueRef | null, known: readonly DataEntity[]): boolean {
  const fact = entity === null ? null : factOf(entity);
  if (entity === null || fact?.kind !== 'member' || fact.name === null) return false;
  const { name } = fact;
  const isModel = known.some((each) => each.origin === 'prisma' && each.name.charAt(0).toLowerCase() + each.name.slice(1) === name);
  return isModel && link.resolve(entity).every((each) => each.kind === 'unknown' || (each.kind === 'api' && each.path.toLowerCase().includes('prisma')));
}

function operationOf(link: Linking, site: RoleSite, chain: Chain): DataQuery['operation'] {
  for (const call of chain.calls) {
    const write = link.rolesAt(call).find((other) => other.role === 'orm.write');
    const operation = write?.entry.attributes['operation'];
    if (isOperation(operation)) return operation;
  }
  const own = site.entry.attributes['operation'];
  return isOperation(own) ? own : site.role.startsWith('orm.query') ? 'read' : 'unknown';
}

function isOperation(value: unknown): value is DataQuery['operation'] {
  return value === 'read' || value === 'create' || value === 'update' || value === 'delete';
}

interface Filter {
  /** What must mention a key: the filter itself, or the column of `where(column, value)`. */
  condition: FileValue | null;
  comparisons: Comparison[];
  values: FileValue[];
  /** Nothing can be said of it. */
  isHidden: boolean;
}

function filtersOf(link: Linking, site: RoleSite, chain: Chain): Filter[] {
  const own = filterAt(link, site);
  const chained = chain.calls.flatMap((call) => link.rolesAt(call).filter((other) => other.role === 'orm.filter').map((other) => filterAt(link, other)));
  return [own, ...chained].filter((filter): filter is Filter => filter !== null);
}

function filterAt(link: Linking, site: RoleSite): Filter | null {
  const column = link.argument(site, 'column');
  const value = link.argument(site, 'value');
  const constant = column === null ? null : link.constants(column);
  if (column !== null && constant?.length === 1 && typeof constant[0] === 'string') {
    return { condition: indexed(column), comparisons: [{ column: lastPart(constant[0]), value: value === null ? null : indexed(value) }], values: value === null ? [] : [indexed(value)], isHidden: false };
  }
  const filter = link.argument(site, 'filter') ?? column;
  const key = link.argument(site, 'key');
  if (filter === null) return key === null ? hiddenFilter(link, site) : keyFilter(indexed(key));
  const comparisons = comparisonsIn(link, filter);
  const values = comparisons.flatMap((comparison) => comparison.value ?? []);
  if (factOf(filter).kind !== 'object' && comparisons.length === 0 && isScalar(link, indexed(filter))) return keyFilter(indexed(filter));
  const bound = link.argument(site, 'values');
  return { condition: indexed(filter), comparisons, values: [...values, ...(bound === null ? [] : comparisonsIn(link, bound).flatMap((each) => each.value ?? []))], isHidden: false };
}

/** `findByPk(id)`, `update(id, …)`: the primary key. */
function keyFilter(value: FileValue): Filter {
  return { condition: null, comparisons: [{ column: 'id', value }], values: [value], isHidden: false };
}

function isScalar(link: Linking, value: FileValue): boolean {
  const fact = factOf(value);
  if (fact.kind === 'member' && fact.name !== null && /(?:id|uuid|key)$/i.test(fact.name)) return true;
  if (fact.kind === 'reference' && /(?:id|uuid|key)$/i.test(fact.name)) return true;
  return link.constants(value) !== null;
}

/** `findMany(args)`: a filter may be in what cannot be seen. */
function hiddenFilter(link: Linking, site: RoleSite): Filter | null {
  const options = link.argument(site, 'options');
  const positions = site.entry.arguments['filter'] ?? [];
  const named = positions.find((path) => path.properties.length > 0);
  if (options === null || named === undefined) return null;
  const lookup = link.property(options, named.properties);
  return lookup.kind === 'absent' ? null : { condition: lookup.kind === 'found' ? (lookup.values.map(indexed)[0] ?? null) : indexed(options), comparisons: [], values: [], isHidden: true };
}

function mentionIn(link: Linking, filter: Filter, isKey: IsKey): Mention {
  if (filter.comparisons.some(({ column }) => namesKey(column, isKey))) return 'yes';
  const found = filter.condition === null ? 'no' : mentions(link, filter.condition, isKey);
  return found === 'no' && filter.isHidden ? 'unknown' : found;
}

/** A new row has its key in its data, given at once or by a later call of the chain. */
function dataMention(link: Linking, site: RoleSite, chain: Chain, isKey: IsKey): Mention {
  const sites = [site, ...chain.calls.flatMap((call) => link.rolesAt(call))];
  const data = sites.flatMap((each) => link.argument(each, 'data') ?? []);
  return strongest(data.map((value) => mentions(link, value, isKey)));
}

/** `.forTenant(id)`: a step of the chain whose name says it. */
function scopedCalls(chain: Chain, isKey: IsKey): Mention[] {
  return chain.calls.map((call) => {
    const fact = factOf(call);
    const callee = fact.kind === 'call' ? factOf(sibling(call, fact.callee)) : null;
    return callee?.kind === 'member' && callee.name !== null && namesScope(callee.name, isKey) ? 'yes' : 'no';
  });
}
