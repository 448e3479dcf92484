/**
 * `SchemaFacts`: what a file that describes data says and is no code: a Prisma schema, a migration or schema in SQL. Plain JSON
 * like `FileFacts`. Offsets are UTF-16 code units into the decoded text.
 */
import type { Offset } from './facts.js';

export interface SchemaFacts {
  /** Path relative to the audited root, POSIX separators. */
  path: string;
  language: 'prisma' | 'sql';
  /** Offsets at which each line starts; the first is 0. */
  lineStarts: Offset[];
  /** In source order. */
  entities: EntityFact[];
  /** Row-level security, SQL only. */
  policies: PolicyFact[];
  /** What later statements do to tables, SQL only; in source order. */
  changes: TableChangeFact[];
}

/** A unique index, one for texts (trigrams, full text), a column that must have a value from then on, or the end of a table: dropped, or renamed. */
export interface TableChangeFact {
  kind: 'unique' | 'search' | 'required' | 'gone';
  table: string;
  /** Columns that are named, in expressions too (`lower(email)`); none for `gone`. */
  columns: string[];
  start: Offset;
}

/** A table or model, or (with `alters`) what is added to one that is declared elsewhere. */
export interface EntityFact {
  /** Name in the schema: the Prisma model, or the table itself. */
  name: string;
  /** Name in the database, without its schema. */
  table: string;
  alters: boolean;
  /** How a database of several kinds keeps it (`InnoDB`, `MergeTree`), or ''. */
  engine: string;
  /** A comment in it, or right above, says that it has no foreign keys: they were left out on purpose. */
  leavesReferencesOut: boolean;
  columns: ColumnFact[];
  relations: RelationFact[];
  /** Columns of indexes, keys and constraints over several columns. */
  keys: KeyFact[];
  start: Offset;
  end: Offset;
}

export interface ColumnFact {
  /** Name in the schema: the Prisma field, or the column itself. */
  name: string;
  /** Name in the database. */
  columnName: string;
  /** As written, without arguments: `String`, `uuid`; '' when there is none. */
  type: string;
  nullable: boolean;
  /** It is a key by itself. */
  unique: boolean;
  references: ReferenceFact | null;
  start: Offset;
  end: Offset;
}

export interface ReferenceFact {
  /** The entity or table that is referred to. */
  entity: string;
  /** '' when it is not said. */
  column: string;
}

/** A field that stands for another entity: `organization Organization @relation(fields: [organizationId], …)`. */
export interface RelationFact {
  name: string;
  entity: string;
  /** Own columns that hold the reference; empty on the other side. */
  columns: string[];
  isList: boolean;
}

export interface KeyFact {
  kind: 'primary' | 'unique' | 'index';
  columns: string[];
  /** The name under which Prisma lets it be queried (`organizationId_slug`), or ''. */
  name: string;
}

/** A row-level security policy of a table. */
export interface PolicyFact {
  table: string;
  name: string;
  /** Names that its conditions mention, in order, each once. */
  mentions: string[];
  start: Offset;
  end: Offset;
}
