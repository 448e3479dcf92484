/** Row-level security: policies in the schema, and the setting by which the code tells the database who the tenant is. */
import type { RelatedLocation } from '../../contracts/audit.js';
import type { FunctionRef, ValueRef } from '../../contracts/program.js';
import { SQL_HOLE } from '../../contracts/sql-tokens.js';
import { type Linking, indexed } from '../linking.js';
import { factOf } from '../value-graph.js';
import { nameKey } from './entity.js';
import type { FoundQuery } from './found-query.js';
import { type IsKey, textMentions } from './key-names.js';
import { locationIn } from '../describe.js';
import type { Control } from './scope.js';
import type { ReadStatement } from './sql-queries.js';
import { statementsAt } from './statement-text.js';

export class RowSecurity {
  private readonly policies = new Map<string, RelatedLocation>();
  /** Statements that set the tenant for what follows: `set_config('app.tenant_id', …)`, `SET LOCAL app.tenant_id = …`. */
  private readonly settings: ValueRef[];

  constructor(
    private readonly link: Linking,
    private readonly isKey: IsKey,
    _statements: readonly ReadStatement[],
  ) {
    for (const schema of link.schemas) {
      for (const policy of schema.policies) {
        const location = locationIn(schema, policy.start, policy.start);
        if (policy.mentions.some((word) => textMentions(word, isKey))) this.policies.set(nameKey(policy.table), { location, text: `row-level security policy ${policy.name}` });
      }
    }
    this.settings = this.findSettings();
  }

  controlOf(query: FoundQuery): Control | null {
    if (query.kind !== 'orm' && query.kind !== 'sql') return null;
    const names = query.known.length > 0 ? query.known.map((entity) => entity.table) : query.names;
    const policy = names.map((name) => this.policies.get(nameKey(name))).find((found) => found !== undefined);
    const setting = this.settings.find((value) => indexed(value).file.package === indexed(query.value).file.package) ?? this.settings[0];
    if (setting === undefined) return policy === undefined ? null : { filtered: 'unknown', reason: 'whether the connection is subject to the row-level security policy of the table', evidence: [policy] };
    const set = { location: this.link.location(setting), text: 'tells the database the tenant' };
    if (policy !== undefined) return { filtered: 'yes', reason: 'row-level security keeps the table to the tenant that the code sets', evidence: [policy, set] };
    if (this.standsWithSetting(query)) return { filtered: 'yes', reason: 'the tenant is set on this connection before', evidence: [set] };
    return { filtered: 'unknown', reason: 'whether row-level security covers this query', evidence: [set] };
  }

  /** Does the function set the tenant? */
  setsTenant({ file, id }: FunctionRef): RelatedLocation | null {
    const within = file.facts.functions[id];
    const found = this.settings.find((value) => value.file === file && within !== undefined && factOf(value).start >= within.start && factOf(value).end <= within.end);
    return found === undefined ? null : { location: this.link.location(found), text: 'tells the database the tenant' };
  }

  private standsWithSetting(query: FoundQuery): boolean {
    const { file } = indexed(query.value);
    const start = factOf(query.value).start;
    const id = file.functionAt(start);
    return id > 0 && this.settings.some((value) => value.file === file && file.functionAt(factOf(value).start) === id && factOf(value).start < start);
  }

  private findSettings(): ValueRef[] {
    return this.link.sitesOf('sql.execute').filter((site) => {
      const text = this.link.argument(site, 'statement');
      return text !== null && statementsAt(this.link, site.value, text).some((written) => this.isSetting(written.text));
    }).map((site) => site.value);
  }

  private isSetting(text: string): boolean {
    const start = text.slice(0, 400);
    const sets = /\bset_config\s*\(/i.test(start) || /^\s*set\s+(?:local|session)?\s*["\w]+\.[\w"]+/i.test(start) || /^\s*set\s+(?:local\s+)?search_path\b/i.test(start);
    return sets && (textMentions(start.replaceAll(SQL_HOLE, ' '), this.isKey) || /tenant|\borg|workspace|search_path/i.test(start));
  }
}
