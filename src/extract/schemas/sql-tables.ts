/** CREATE TABLE and ALTER TABLE (ISO/IEC 9075-2, with what PostgreSQL, MySQL, SQLite and SQL Server write). */
import type { ColumnFact, EntityFact, KeyFact, ReferenceFact } from '../../contracts/schema-facts.js';
import type { SqlToken } from '../../contracts/sql-tokens.js';
import { TokenReader, partsOf } from './token-reader.js';

/** First words of an element that is a constraint or index, not a column. */
const CONSTRAINTS = new Set(['constraint', 'primary', 'foreign', 'unique', 'check', 'exclude', 'key', 'index', 'fulltext', 'spatial', 'like', 'period']);
/** Words that end the type of a column. */
const COLUMN_OPTIONS = new Set(['not', 'null', 'default', 'primary', 'unique', 'references', 'check', 'constraint', 'collate', 'generated', 'as', 'auto_increment', 'autoincrement', 'identity', 'comment', 'on', 'key', 'unsigned', 'with']);

export function readCreateTable(reader: TokenReader, statement: readonly SqlToken[]): EntityFact | null {
  if (reader.takes('if')) reader.skipWords('not', 'exists');
  const table = reader.qualifiedName();
  const body = reader.parenthesised();
  if (table === null || body === null) return null;
  const entity = emptyEntity(table, false, statement);
  for (const part of partsOf(body)) addElement(entity, part);
  return entity;
}

/** @returns one entity that adds to a table; none when the statement adds no column, key or reference. */
export function readAlterTable(reader: TokenReader, statement: readonly SqlToken[]): EntityFact[] {
  reader.skipWords('if', 'exists', 'only');
  const table = reader.qualifiedName();
  if (table === null) return [];
  const rest: SqlToken[] = [];
  for (let token = reader.next(); token !== null; token = reader.next()) rest.push(token);
  const entity = emptyEntity(table, true, statement);
  for (const part of partsOf(rest)) addAction(entity, part);
  return entity.columns.length + entity.keys.length + entity.relations.length > 0 ? [entity] : [];
}

/** `ADD COLUMN name type …`, `ADD CONSTRAINT …`, `ADD (a int, b int)`. */
function addAction(entity: EntityFact, part: readonly SqlToken[]): void {
  const reader = new TokenReader(part);
  if (!reader.takes('add')) return;
  reader.skipWords('column');
  if (reader.takes('if')) reader.skipWords('not', 'exists');
  const inner = reader.parenthesised();
  if (inner !== null) {
    for (const element of partsOf(inner)) addElement(entity, element);
    return;
  }
  const element: SqlToken[] = [];
  for (let token = reader.next(); token !== null; token = reader.next()) element.push(token);
  if (element.length > 0) addElement(entity, element);
}

function emptyEntity(table: string, alters: boolean, statement: readonly SqlToken[]): EntityFact {
  return { name: table, table, alters, engine: engineOf(statement), leavesReferencesOut: false, columns: [], relations: [], keys: [], start: statement[0]!.start, end: statement[statement.length - 1]!.end };
}

/** `ENGINE = InnoDB` behind the columns. */
function engineOf(statement: readonly SqlToken[]): string {
  const at = statement.findIndex((token) => token.kind === 'name' && !token.quoted && token.text.toLowerCase() === 'engine');
  return at < 0 ? '' : (statement.slice(at + 1, at + 3).find((token) => token.kind === 'name')?.text ?? '');
}

/** A column or a constraint. */
function addElement(entity: EntityFact, part: readonly SqlToken[]): void {
  const first = part[0]!;
  const word = first.quoted ? '' : first.text.toLowerCase();
  // `key text` is a column called key; `KEY name (…)` an index of MySQL.
  const isConstraint = CONSTRAINTS.has(word) && !(part[1]?.kind === 'name' && word === 'key' && part[2]?.text !== '(');
  if (isConstraint) addConstraint(entity, part);
  else if (first.kind === 'name') entity.columns.push(columnOf(part));
}

function columnOf(part: readonly SqlToken[]): ColumnFact {
  const reader = new TokenReader(part);
  const name = reader.name() ?? '';
  const type = typeOf(reader);
  const words = part.map((token) => (token.kind === 'name' && !token.quoted ? token.text.toLowerCase() : ''));
  const isPrimary = words.includes('primary');
  const notNull = words.some((word, index) => word === 'not' && words[index + 1] === 'null');
  return {
    name,
    columnName: name,
    type,
    nullable: !notNull && !isPrimary,
    unique: isPrimary || words.includes('unique'),
    references: referenceIn(part),
    start: part[0]!.start,
    end: part[part.length - 1]!.end,
  };
}

/** `double precision`, `timestamp with time zone`: the words up to the first option, without their arguments. */
function typeOf(reader: TokenReader): string {
  const words: string[] = [];
  while (words.length < 4) {
    const token = reader.peek();
    if (token?.kind !== 'name' || (!token.quoted && COLUMN_OPTIONS.has(token.text.toLowerCase()))) break;
    words.push(token.text);
    reader.next();
  }
  return words.join(' ');
}

/** `REFERENCES table (column)`. */
function referenceIn(part: readonly SqlToken[]): ReferenceFact | null {
  const at = part.findIndex((token) => token.kind === 'name' && !token.quoted && token.text.toLowerCase() === 'references');
  if (at < 0) return null;
  const reader = new TokenReader(part.slice(at + 1));
  const entity = reader.qualifiedName();
  return entity === null ? null : { entity, column: namesIn(reader.parenthesised())[0] ?? '' };
}

function addConstraint(entity: EntityFact, part: readonly SqlToken[]): void {
  const reader = new TokenReader(part);
  if (reader.takes('constraint') && !STARTS.has(reader.peekWord())) reader.name();
  const word = reader.word();
  reader.skipWords('key', 'index', 'nonclustered', 'clustered');
  if (reader.peek()?.kind === 'name') reader.name();
  const columns = namesIn(reader.parenthesised());
  if (word === 'foreign') addForeignKey(entity, columns, part);
  const kind: KeyFact['kind'] | null = word === 'primary' ? 'primary' : word === 'unique' ? 'unique' : word === 'key' || word === 'index' ? 'index' : null;
  if (kind === null || columns.length === 0) return;
  entity.keys.push({ kind, columns, name: '' });
  const only = columns.length === 1 && kind !== 'index' ? entity.columns.find((column) => column.name === columns[0]) : undefined;
  if (only !== undefined) only.unique = true;
}

const STARTS = new Set(['primary', 'foreign', 'unique', 'check', 'exclude']);

function addForeignKey(entity: EntityFact, columns: readonly string[], part: readonly SqlToken[]): void {
  const reference = referenceIn(part);
  if (reference === null) return;
  entity.relations.push({ name: '', entity: reference.entity, columns: [...columns], isList: false });
  const column = columns.length === 1 ? entity.columns.find((candidate) => candidate.name === columns[0]) : undefined;
  if (column !== undefined) column.references ??= reference;
}

/** First names of the parts: `(lower(email), tenant_id DESC)` gives `lower`, `tenant_id`. */
function namesIn(tokens: readonly SqlToken[] | null): string[] {
  return partsOf(tokens ?? []).flatMap((part) => (part[0]?.kind === 'name' ? [part[0].text] : []));
}
