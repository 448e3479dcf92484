/** Queries as SQL text, wherever the text is written: at the call of the database, or at that of a wrapper. */
import type { RoleSite } from '../../contracts/program.js';
import { SQL_HOLE } from '../../contracts/sql-tokens.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';
import { type DataEntity, type EntityIndex, columnNamed } from './entity.js';
import { entitiesNamed } from './entity-of.js';
import type { FoundQuery } from './found-query.js';
import { type IsKey, namesKey } from './key-names.js';
import { type Mention, mentions, strongest } from './mentions.js';
import { type SqlStatement, readStatement } from './sql-reader.js';
import { type WrittenStatement, statementsAt } from './statement-text.js';

export interface ReadStatement {
  site: RoleSite;
  written: WrittenStatement;
  statement: SqlStatement;
}

const ROLES = ['sql.execute', 'sql.fragment.unsafe'];
/** By a method's name alone: only where what it is given reads as a statement on tables, and runs no function of the program. */
const UNRESOLVED_ROLE = 'sql.execute.unresolved';

/** Every statement of the program that can be read, in file and source order of the roles. */
export function readStatements(link: Linking): ReadStatement[] {
  const result = new Map<string, ReadStatement>();
  const resolved = ROLES.flatMap((role) => link.sitesOf(role));
  const places = new Set(resolved.map((site) => keyOf(site.value)));
  const guessed = link.sitesOf(UNRESOLVED_ROLE).filter((site) => !places.has(keyOf(site.value)) && isWrittenHere(link, site) && link.callees(site.value).length === 0);
  for (const site of [...resolved, ...guessed]) {
    const text = link.argument(site, 'statement');
    if (text === null) continue;
    for (const written of statementsAt(link, site.value, text)) {
      const statement = readStatement(written.text);
      const key = `${keyOf(written.call)} ${written.text}`;
      if (statement !== null && statement.operation !== 'unknown' && statement.tables.length > 0 && !result.has(key)) result.set(key, { site, written, statement });
    }
  }
  return [...result.values()];
}

/** The text stands at the call, or in a variable beside it. */
function isWrittenHere(link: Linking, site: RoleSite): boolean {
  const text = link.argument(site, 'statement');
  const fact = text === null ? null : factOf(text);
  const written = text !== null && fact?.kind === 'reference' ? link.definitionsAt(indexed(text).file, text.id).map(factOf) : [fact];
  return written.some((each) => each?.kind === 'template' || each?.kind === 'concat' || (each?.kind === 'literal' && typeof each.value === 'string' && each.value.length > 12));
}

export function sqlQueries(link: Linking, index: EntityIndex, statements: readonly ReadStatement[], isKey: IsKey): FoundQuery[] {
  return statements.flatMap(({ site, written, statement }): FoundQuery[] => {
    const directory = indexed(written.call).file.package.directory;
    const entities = statement.tables.map((table) => entitiesNamed(index, table.name, directory));
    const known = entities.flatMap((each) => each.known);
    if (statement.tables.length === 0) return [];
    return [
      {
        value: written.call,
        kind: 'sql',
        names: entities.flatMap((each) => each.names),
        known,
        operation: statement.operation,
        filter: null,
        statementText: written.text.replaceAll(SQL_HOLE, '?'),
        site,
        confidence: site.confidence,
        mention: mentionIn(link, written, statement, isKey),
        comparisons: statement.conditions.map(({ column }) => ({ column, value: null })),
        values: boundValues(link, written),
      },
    ];
  });
}

function mentionIn(link: Linking, written: WrittenStatement, statement: SqlStatement, isKey: IsKey): Mention {
  if (statement.operation === 'create') return statement.inserted === null || statement.inserted.some((column) => namesKey(column, isKey)) ? 'yes' : 'no';
  if (statement.conditions.some(({ column }) => namesKey(column, isKey))) return 'yes';
  return strongest(statement.conditionHoles.map((ordinal) => {
    const hole = written.holes[ordinal];
    return hole === undefined ? 'unknown' : mentions(link, hole, isKey);
  }));
}

/** What fills the statement: its holes, and the values handed over with it. */
function boundValues(link: Linking, written: WrittenStatement): FileValue[] {
  const call = factOf(written.call);
  if (call.kind !== 'call') return written.holes;
  const bound = call.args.flatMap((id) =>
    link.sourcesOf(sibling(written.call, id)).flatMap((source): FileValue[] => {
      const fact = factOf(source);
      if (fact.kind === 'array') return fact.elements.map((element) => sibling(source, element));
      return fact.kind === 'object' ? fact.properties.map((property) => sibling(source, property.value)) : [];
    }),
  );
  return [...written.holes, ...bound];
}

/** Tables that no schema declares, by the columns with which statements speak of them. */
export function observedEntities(link: Linking, index: EntityIndex, statements: readonly ReadStatement[]): DataEntity[] {
  const found = new Map<string, DataEntity>();
  for (const { written, statement } of statements) {
    const directory = indexed(written.call).file.package.directory;
    for (const table of statement.tables) {
      if (table.name.includes(SQL_HOLE) || index.named(table.name, directory).length > 0) continue;
      const key = `${directory}\u0000${table.name.toLowerCase()}`;
      const location = link.location(written.call);
      const entity = found.get(key) ?? { name: table.name, table: table.name, columns: [], package: directory, origin: 'observed', class: null, made: null, site: null, facts: [], location };
      found.set(key, entity);
      for (const column of columnsSaid(statement, table)) {
        if (columnNamed(entity, column) === undefined) entity.columns.push({ name: column, columnName: column, references: '', isRelation: false, declared: [], fact: null, location });
      }
    }
  }
  return [...found.values()].filter((entity) => entity.columns.length > 0);
}

/** Columns that surely are the table's: those an INSERT names, those qualified by it, those of a statement with one table. */
function columnsSaid(statement: SqlStatement, table: SqlStatement['tables'][number]): string[] {
  const only = statement.tables.length === 1;
  const conditions = statement.conditions.filter(({ alias }) => (alias === '' ? only : alias === table.alias)).map(({ column }) => column);
  const inserted = statement.inserted !== null && statement.tables[0] === table ? statement.inserted : [];
  return [...inserted, ...conditions];
}
