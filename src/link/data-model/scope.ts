/** The judgement on one query: is it a tenant's, does a key reach its filter, and if none does, what else may keep it apart. */
import type { RelatedLocation } from '../../contracts/audit.js';
import type { TenantScope } from '../../contracts/program.js';
import type { Linking } from '../linking.js';
import type { DataColumn, DataEntity } from './entity.js';
import { tenantChecks } from './checks.js';
import { Extensions } from './extensions.js';
import type { FoundQuery } from './found-query.js';
import { clientScope, enclosingScope } from './clients.js';
import { lookupReason } from './lookups.js';
import { isMaintenance, isQueuedWork } from './maintenance.js';
import type { IsKey } from './key-names.js';
import { namesTenantEntity } from './names.js';
import { ownerChecks } from './owner-checks.js';
import { requestReach } from './reach.js';
import { rowsReadBefore } from './rows-read.js';
import { rowPolicy } from './row-policies.js';
import { RowSecurity } from './row-security.js';
import type { ReadStatement } from './sql-queries.js';
import { type TenantKeys, keyNameOf } from './tenancy.js';

/** What an alternative control says: it keeps the query to a tenant, or it may. */
export interface Control {
  filtered: 'yes' | 'unknown';
  /** For `yes` a sentence; for `unknown` a clause that follows "it cannot be told". */
  reason: string;
  evidence: RelatedLocation[];
}

const NOT_OWNED: TenantScope = { owned: false, filtered: 'unknown', reason: 'whether it reads data of a tenant', evidence: [] };

export class ScopeJudge {
  private readonly extensions: Extensions;
  private readonly security: RowSecurity;

  constructor(
    private readonly link: Linking,
    private readonly keys: TenantKeys,
    private readonly isKey: IsKey,
    statements: readonly ReadStatement[],
    private readonly all: readonly FoundQuery[],
  ) {
    this.extensions = new Extensions(link, isKey);
    this.security = new RowSecurity(link, isKey, statements);
  }

  private readonly known = new Map<FoundQuery, TenantScope | 'in progress'>();

  /** One that is asked for while it is being judged, as where two queries feed each other, cannot be told. */
  scopeOf(query: FoundQuery): TenantScope {
    const known = this.known.get(query);
    if (known !== undefined) return known === 'in progress' ? NOT_OWNED : known;
    this.known.set(query, 'in progress');
    const scope = this.judge(query);
    this.known.set(query, scope);
    return scope;
  }

  private judge(query: FoundQuery): TenantScope {
    const { tenancy } = this.keys;
    if (!tenancy.multiTenant) return NOT_OWNED;
    const owners = this.ownersOf(query);
    const isIndex = query.kind === 'vector' || query.kind === 'search';
    if (owners.length === 0 && !isIndex) return NOT_OWNED;
    const evidence = owners.slice(0, 1).map(({ entity, column }) => ({ location: column.location, text: `${entity.name} carries the tenant key ${column.name}` }));
    if (query.mention === 'yes') return { owned: true, filtered: 'yes', reason: 'a tenant key is part of the filter', evidence };
    // A row that is made is no row of another tenant that is read.
    if (query.operation === 'create') return NOT_OWNED;
    if (isMaintenance(this.link, query) || isQueuedWork(this.link, query)) return NOT_OWNED;
    const control = this.controlOf(query);
    if (control !== null) return { owned: true, filtered: control.filtered, reason: control.reason, evidence: [...evidence, ...control.evidence] };
    if (query.mention === 'unknown') return { owned: true, filtered: 'unknown', reason: 'whether the filter, which is put together elsewhere, holds a tenant key', evidence };
    return { owned: true, filtered: 'no', reason: '', evidence };
  }

  /** The columns that make its entities a tenant's. Where one of several tables is, the statement is. */
  private ownersOf(query: FoundQuery): { entity: DataEntity; column: DataColumn }[] {
    return query.known.flatMap((entity) => {
      const column = this.keyColumn(entity);
      return column === null ? [] : [{ entity, column }];
    });
  }

  private keyColumn(entity: DataEntity): DataColumn | null {
    if ([...this.keys.words].some((word) => namesTenantEntity(entity.name, word) || namesTenantEntity(entity.table, word))) return null;
    const isOwnKey = (column: DataColumn) => {
      const name = keyNameOf(this.link, column);
      return name !== null && this.keys.words.has(name.word);
    };
    return entity.columns.find(isOwnKey) ?? entity.columns.find((column) => column.isRelation && this.isKey(column.name)) ?? null;
  }

  private controlOf(query: FoundQuery): Control | null {
    return (
      this.extensions.controlOf(query) ??
      this.security.controlOf(query) ??
      clientScope(this.link, query, this.isKey) ??
      enclosingScope(this.link, query, this.isKey, this.security) ??
      ownerChecks(this.link, query, this.all) ??
      rowsReadBefore(query, this.all, (read) => this.scopeOf(read)) ??
      lookupReason(this.link, query, this.isKey, this.keys.words) ??
      tenantChecks(this.link, query, this.all, this.isKey) ??
      rowPolicy(this.link, query, this.isKey) ??
      requestReach(this.link, query, this.keys.words)
    );
  }
}
