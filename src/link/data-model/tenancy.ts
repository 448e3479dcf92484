/**
 * Whether the project keeps tenants apart, and by which keys. A column's name alone is little: it takes several entities that carry
 * the key, or one and a caller whose token, session or key carries it too; words with other meanings (team, account) take both.
 */
import type { RelatedLocation } from '../../contracts/audit.js';
import type { Tenancy, ValueRef } from '../../contracts/program.js';
import { type Linking, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import type { DataColumn, DataEntity } from './entity.js';
import { type TenantName, isTenantWord, namesAuthentication, namesContext, namesPrincipal, namesTenantEntity, namesUserEntity, normal, tenantKeyName, tenantValueName } from './names.js';

export interface TenantKeys {
  tenancy: Tenancy;
  /** Words that mean the tenant in this project: `organization`, `workspace`. */
  words: ReadonlySet<string>;
}

interface Candidate {
  word: string;
  strong: boolean;
  columns: { entity: DataEntity; column: DataColumn }[];
}

const MAXIMUM_EVIDENCE = 4;

export function findTenantKeys(link: Linking, entities: readonly DataEntity[]): TenantKeys {
  const candidates = candidatesIn(link, entities);
  const carried = carriedByCallers(link);
  const accepted = candidates.filter((candidate) => isTenantKey(candidate, entities, carried));
  const words = new Set(accepted.map((candidate) => candidate.word));
  return { tenancy: accepted.length > 0 ? multiTenant(accepted, carried) : singleTenant(candidates), words };
}

/** Columns named like tenant keys, by word; those of the tenant's own entity left out. */
function candidatesIn(link: Linking, entities: readonly DataEntity[]): Candidate[] {
  const byWord = new Map<string, Candidate>();
  for (const entity of entities) {
    const isRegistration = isClientRegistration(entity);
    for (const column of entity.columns) {
      const name = keyNameOf(link, column);
      if (name === null || namesTenantEntity(entity.name, name.word) || (isRegistration && name.word === 'tenant')) continue;
      const candidate = byWord.get(name.word) ?? { ...name, columns: [] };
      byWord.set(name.word, candidate);
      if (!candidate.columns.some((each) => each.entity === entity)) candidate.columns.push({ entity, column });
    }
  }
  return [...byWord.values()].sort((a, b) => (a.word < b.word ? -1 : 1));
}

/** What the column's name says; a bare word (`team`) counts where the column is declared to refer to the tenant: `{ type: ObjectId, ref: 'Team' }`. */
export function keyNameOf(link: Linking, column: DataColumn): TenantName | null {
  if (column.isRelation) return null;
  const named = tenantKeyName(column.name) ?? tenantKeyName(column.columnName);
  const word = named === null ? tenantValueName(column.name) : null;
  if (word === null || !isTenantWord(column.name)) return named;
  return referredTo(link, column).some((entity) => namesTenantEntity(entity, word.word)) ? word : null;
}

/** Entities that the declaration of the column names as `ref`. */
function referredTo(link: Linking, { declared }: DataColumn): string[] {
  return declared.flatMap((value) => {
    const fact = factOf(value);
    const options = fact.kind === 'call' ? fact.args.map((id) => sibling(value, id)) : [value];
    return options.flatMap((each) => {
      const ref = link.property(each, ['ref']);
      const constants = ref.kind === 'found' && ref.values[0] !== undefined ? link.constants(ref.values[0]) : null;
      return (constants ?? []).filter((text): text is string => typeof text === 'string');
    });
  });
}

/** How the program signs in at an identity provider, whose own tenant is one of the settings: `clientId`, `clientSecret`, `tenantId`. */
function isClientRegistration(entity: DataEntity): boolean {
  const names = new Set(entity.columns.map((column) => normal(column.name)));
  return names.has('clientid') && names.has('clientsecret');
}

function isTenantKey(candidate: Candidate, entities: readonly DataEntity[], carried: ReadonlyMap<string, ValueRef>): boolean {
  const count = new Set(candidate.columns.map(({ entity }) => normal(entity.table))).size;
  const hasEntity = entities.some((entity) => namesTenantEntity(entity.name, candidate.word) || namesTenantEntity(entity.table, candidate.word));
  if (candidate.word === 'tenant' && entities.some(rents)) return false;
  const isCarried = carried.has(candidate.word);
  const isOfUsers = candidate.columns.some(({ entity }) => namesUserEntity(entity.name) || namesUserEntity(entity.table));
  // Where users belong to a tenant and so does something else, the tenant itself may be kept by another service.
  if (candidate.strong) return isCarried || (count >= 2 && (hasEntity || isOfUsers));
  return isCarried && count >= 2 && hasEntity && isOfUsers;
}

/** Columns of somebody who lives in a house that belongs to another. */
const OF_RENTING = /^(?:lease|rent|landlord|apartment|movein)(?:s|id|ids|date|amount)?$/;

/** A tenant who rents: `leaseId`, `rents`, `landlord`. */
function rents(entity: DataEntity): boolean {
  return namesTenantEntity(entity.name, 'tenant') && entity.columns.some((column) => OF_RENTING.test(normal(column.name)));
}

/** Words of which a caller carries the key: `req.user.tenantId`, `session.organizationId`, `ctx.workspaceId`. */
function carriedByCallers(link: Linking): Map<string, ValueRef> {
  const result = new Map<string, ValueRef>();
  for (const file of link.files.values()) {
    file.valuesOfKind('member').forEach((id) => {
      const fact = file.facts.values[id]!;
      if (fact.kind !== 'member' || fact.name === null) return;
      const name = tenantValueName(fact.name);
      if (name === null || result.has(name.word)) return;
      const bare = normal(fact.name) === name.word || normal(fact.name) === 'org';
      if (!bare && isCaller({ file, id: fact.object }, 0)) result.set(name.word, { file, id });
    });
  }
  return result;
}

/** Does the object stand for who is calling? Told by its name, or that of the function that gave it. */
export function isCaller(object: ValueRef, depth: number): boolean {
  const fact = factOf(object);
  if (depth > 6) return false;
  const at = (id: number) => ({ file: object.file, id });
  switch (fact.kind) {
    case 'member':
      return (fact.name !== null && namesPrincipal(fact.name)) || isCaller(at(fact.object), depth + 1);
    case 'reference':
      return namesPrincipal(fact.name) || namesContext(fact.name) || writtenByCaller(object, fact.binding, depth);
    case 'await':
    case 'cast':
      return isCaller(at(fact.operand), depth + 1);
    case 'logical':
      return isCaller(at(fact.left), depth + 1);
    case 'call':
      return isAuthentication(at(fact.callee));
    default:
      return false;
  }
}

function writtenByCaller(object: ValueRef, binding: number, depth: number): boolean {
  const writes = object.file.facts.bindings[binding]?.writes ?? [];
  return writes.length === 1 && isCaller({ file: object.file, id: writes[0]!.value }, depth + 2);
}

function isAuthentication(callee: ValueRef): boolean {
  const fact = factOf(callee);
  const name = fact.kind === 'reference' ? fact.name : fact.kind === 'member' ? fact.name : null;
  return name !== null && namesAuthentication(name);
}

function multiTenant(accepted: readonly Candidate[], carried: ReadonlyMap<string, ValueRef>): Tenancy {
  const names = new Set(accepted.flatMap(({ columns }) => columns.map(({ column }) => column.name)));
  const entities = new Set(accepted.flatMap(({ columns }) => columns.map(({ entity }) => entity.name)));
  const keys = [...names].sort();
  const callers = accepted.filter(({ word }) => carried.has(word));
  const carrying = callers.length > 0 ? ', and callers carry it' : '';
  return {
    multiTenant: true,
    keys,
    reason: `${entities.size === 1 ? '1 entity carries' : `${entities.size} entities carry`} a tenant key (${keys.slice(0, 4).join(', ')})${carrying}`,
    evidence: [...accepted.flatMap(columnEvidence).slice(0, MAXIMUM_EVIDENCE), ...callers.slice(0, 2).flatMap(({ word }) => callerEvidence(carried.get(word)!))],
  };
}

function columnEvidence({ columns }: Candidate): RelatedLocation[] {
  return columns.map(({ entity, column }) => ({ location: column.location, text: `${entity.name} carries the tenant key ${column.name}` }));
}

function callerEvidence(value: ValueRef): RelatedLocation[] {
  const fact = factOf(value);
  const starts = value.file.facts.lineStarts;
  const line = Math.max(1, starts.filter((start) => start <= fact.start).length);
  const column = fact.start - (starts[line - 1] ?? 0) + 1;
  return [{ location: { path: value.file.facts.path, line, column, endLine: line, endColumn: column }, text: 'the caller carries a tenant key' }];
}

function singleTenant(candidates: readonly Candidate[]): Tenancy {
  const [first] = candidates;
  const reason = first === undefined ? 'no entity carries a tenant key' : `${first.columns[0]?.column.name ?? first.word} is the only sign of tenants, and no caller carries it`;
  return { multiTenant: false, keys: [], reason, evidence: candidates.flatMap(columnEvidence).slice(0, MAXIMUM_EVIDENCE) };
}
