/** Tables, columns and row-level security of SQL text: CREATE TABLE, ALTER TABLE, DROP TABLE, CREATE UNIQUE INDEX, CREATE POLICY. Everything else is passed over. */
import type { EntityFact, PolicyFact, TableChangeFact } from '../../contracts/schema-facts.js';
import { type SqlToken, sqlTokens } from '../../contracts/sql-tokens.js';
import { isSearchIndex, readAlteration, readDrop, readIndex } from './sql-changes.js';
import { readAlterTable, readCreateTable } from './sql-tables.js';
import { TokenReader } from './token-reader.js';

export function readSqlSchema(text: string): { entities: EntityFact[]; policies: PolicyFact[]; changes: TableChangeFact[] } {
  const entities: EntityFact[] = [];
  const policies: PolicyFact[] = [];
  const changes: TableChangeFact[] = [];
  for (const statement of statementsOf(sqlTokens(text, 1_000_000))) {
    const reader = new TokenReader(statement);
    const first = reader.word();
    if (first === 'create' && isUniqueIndex(statement)) changes.push(...readIndex(statement, 'unique'));
    else if (first === 'create' && isSearchIndex(statement)) changes.push(...readIndex(statement, 'search'));
    else if (first === 'create') readCreate(reader, statement, entities, policies);
    else if (first === 'drop' && reader.takes('table')) changes.push(...readDrop(reader, statement));
    else if (first === 'alter' && reader.takes('table')) {
      entities.push(...readAlterTable(reader, statement));
      changes.push(...readAlteration(statement));
    }
  }
  return { entities, policies, changes };
}

function isUniqueIndex([, second]: readonly SqlToken[]): boolean {
  return second?.kind === 'name' && !second.quoted && second.text.toLowerCase() === 'unique';
}

/** Statements end at a semicolon; quoted bodies of functions are single tokens already. */
function* statementsOf(tokens: readonly SqlToken[]): Generator<SqlToken[]> {
  let current: SqlToken[] = [];
  for (const token of tokens) {
    if (token.kind === 'symbol' && token.text === ';') {
      if (current.length > 0) yield current;
      current = [];
    } else current.push(token);
  }
  if (current.length > 0) yield current;
}

/** Words that may stand between CREATE and TABLE. */
const MODIFIERS = new Set(['or', 'replace', 'global', 'local', 'temporary', 'temp', 'unlogged', 'foreign', 'external', 'virtual']);

function readCreate(reader: TokenReader, statement: readonly SqlToken[], entities: EntityFact[], policies: PolicyFact[]): void {
  while (MODIFIERS.has(reader.peekWord())) reader.next();
  const what = reader.word();
  if (what === 'table') {
    const entity = readCreateTable(reader, statement);
    if (entity !== null) entities.push(entity);
  } else if (what === 'policy') {
    const policy = readPolicy(reader, statement);
    if (policy !== null) policies.push(policy);
  }
}

/** `CREATE POLICY name ON table … USING (…) WITH CHECK (…)` (PostgreSQL). */
function readPolicy(reader: TokenReader, statement: readonly SqlToken[]): PolicyFact | null {
  if (reader.takes('if')) reader.skipWords('not', 'exists');
  const name = reader.name();
  if (name === null || !reader.takes('on')) return null;
  const table = reader.qualifiedName();
  if (table === null) return null;
  const mentions = new Set<string>();
  for (let token = reader.next(); token !== null; token = reader.next()) {
    if (token.kind === 'name' || token.kind === 'string') mentions.add(token.text);
  }
  return { table, name, mentions: [...mentions], start: statement[0]!.start, end: statement[statement.length - 1]!.end };
}
