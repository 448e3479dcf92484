/** What SQL statements do to tables after they were made. Statements that take a migration back do not count. */
import type { SchemaFacts } from '../../contracts/schema-facts.js';
import { nameKey } from './entity.js';
import { normal } from './names.js';

const WAY_BACK = /(?:[._-](?:down|undo|rollback)\.sql|\/(?:down|undo|rollback)\.sql)$|\/(?:down|undo|rollback)\/[^/]+$/i;

export class TableChanges {
  private readonly unique = new Set<string>();
  private readonly required = new Set<string>();
  private readonly searched = new Set<string>();
  private readonly gone = new Set<string>();

  /** @param schemas in path order, in which migrations run. */
  constructor(schemas: readonly SchemaFacts[]) {
    for (const schema of schemas) {
      if (WAY_BACK.test(schema.path)) continue;
      const created = schema.entities.filter(({ alters }) => !alters).map(({ table, start }) => ({ table: nameKey(table), start }));
      for (const { table } of created) this.gone.delete(table);
      for (const { kind, table, columns, start } of schema.changes) {
        const key = nameKey(table);
        if (kind === 'gone' && !created.some((each) => each.table === key && each.start > start)) this.gone.add(key);
        if (kind === 'search') this.searched.add(key);
        const known = kind === 'unique' ? this.unique : kind === 'required' ? this.required : null;
        for (const column of columns) known?.add(`${key} ${normal(column)}`);
      }
    }
  }

  isGone(table: string): boolean {
    return this.gone.has(nameKey(table));
  }

  /** Has it an index for texts? */
  isSearched(table: string): boolean {
    return this.searched.has(nameKey(table));
  }

  /** @param column without case and separators. */
  isUnique(table: string, column: string): boolean {
    return this.unique.has(`${nameKey(table)} ${column}`);
  }

  isRequired(table: string, column: string): boolean {
    return this.required.has(`${nameKey(table)} ${column}`);
  }
}
