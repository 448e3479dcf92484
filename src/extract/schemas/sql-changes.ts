/** What later statements do to tables: CREATE UNIQUE INDEX, DROP TABLE, ALTER TABLE … SET NOT NULL and RENAME. */
import type { TableChangeFact } from '../../contracts/schema-facts.js';
import type { SqlToken } from '../../contracts/sql-tokens.js';
import { TokenReader, partsOf } from './token-reader.js';

/** `CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS name ON ONLY table USING btree (lower(email), tenant_id) WHERE …`. */
export function readIndex(statement: readonly SqlToken[], kind: 'unique' | 'search'): TableChangeFact[] {
  const at = statement.findIndex((token) => isWord(token, 'on'));
  if (at < 0) return [];
  const reader = new TokenReader(statement.slice(at + 1));
  reader.skipWords('only');
  const table = reader.qualifiedName();
  if (reader.takes('using')) reader.name();
  const columns = namesWithin(reader.parenthesised() ?? []);
  return table === null || columns.length === 0 ? [] : [{ kind, table, columns, start: statement[0]!.start }];
}

/** `… USING gin (name gin_trgm_ops)`, `… USING gin (to_tsvector('english', body))`, `CREATE FULLTEXT INDEX …`. */
export function isSearchIndex(statement: readonly SqlToken[]): boolean {
  const words = statement.map(({ kind, text }) => (kind === 'name' ? text.toLowerCase() : ''));
  return words.includes('index') && words.some((word) => /_trgm_ops$|^fulltext$|tsvector/.test(word));
}

/** `DROP TABLE IF EXISTS a, b`. */
export function readDrop(reader: TokenReader, statement: readonly SqlToken[]): TableChangeFact[] {
  if (reader.takes('if')) reader.skipWords('exists');
  const tables: TableChangeFact[] = [];
  do {
    const table = reader.qualifiedName();
    if (table !== null) tables.push({ kind: 'gone', table, columns: [], start: statement[0]!.start });
  } while (reader.takesSymbol(','));
  return tables;
}

/** `ALTER TABLE t ALTER COLUMN c SET NOT NULL`, `ALTER TABLE t MODIFY c int NOT NULL`, `ALTER TABLE t RENAME TO u`. */
export function readAlteration(statement: readonly SqlToken[]): TableChangeFact[] {
  const reader = new TokenReader(statement.slice(2));
  reader.skipWords('if', 'exists', 'only');
  const table = reader.qualifiedName();
  if (table === null) return [];
  const rest: SqlToken[] = [];
  for (let token = reader.next(); token !== null; token = reader.next()) rest.push(token);
  return partsOf(rest).flatMap((part): TableChangeFact[] => {
    const action = new TokenReader(part);
    const word = action.word();
    if (word === 'rename' && !['column', 'constraint', 'index', 'key'].includes(action.peekWord()) && !part.slice(2).some((token) => isWord(token, 'to'))) return [{ kind: 'gone', table, columns: [], start: statement[0]!.start }];
    if (!['alter', 'modify', 'change'].includes(word)) return [];
    action.skipWords('column');
    const column = action.name();
    const isRequired = part.some((token, index) => isWord(token, 'not') && isWord(part[index + 1], 'null'));
    return column !== null && isRequired ? [{ kind: 'required', table, columns: [column], start: statement[0]!.start }] : [];
  });
}

function isWord(token: SqlToken | undefined, word: string): boolean {
  return token?.kind === 'name' && !token.quoted && token.text.toLowerCase() === word;
}

function namesWithin(tokens: readonly SqlToken[]): string[] {
  return tokens.flatMap((token) => (token.kind === 'name' ? [token.text] : []));
}
