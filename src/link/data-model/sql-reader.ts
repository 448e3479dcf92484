/** Reads one SQL statement as far as tenancy asks: which tables it touches, and which names stand in its conditions. */
import { type SqlToken, sqlTokens } from '../../contracts/sql-tokens.js';

export interface TableUse {
  name: string;
  /** The name by which columns of it are qualified: its alias, or itself. */
  alias: string;
}

export interface SqlStatement {
  operation: 'read' | 'create' | 'update' | 'delete' | 'unknown';
  tables: TableUse[];
  /** Columns that conditions compare, with the alias they are qualified by ('' for none). A column that is equated with a column of another table is left out. */
  conditions: { column: string; alias: string }[];
  /** Columns that INSERT names; null when it names none. */
  inserted: string[] | null;
  /** Ordinal numbers of the holes that stand for a condition, or for a whole clause, and not for a value. */
  conditionHoles: number[];
  /** Some table's name is filled in at run time. */
  hasDynamicTable: boolean;
}

type Clause = 'head' | 'table' | 'after-table' | 'condition' | 'other';

/** Keywords after which a clause begins. */
const CLAUSES: Readonly<Record<string, Clause>> = {
  select: 'other', from: 'table', join: 'table', update: 'table', into: 'table', using: 'table', truncate: 'table',
  where: 'condition', on: 'condition', having: 'condition', qualify: 'condition', and: 'condition', or: 'condition',
  set: 'other', values: 'other', group: 'other', order: 'other', limit: 'other', offset: 'other', returning: 'other', window: 'other', fetch: 'other', for: 'other', do: 'other', conflict: 'other',
};
const OPERATIONS: Readonly<Record<string, SqlStatement['operation']>> = { select: 'read', insert: 'create', replace: 'create', update: 'update', delete: 'delete', truncate: 'delete', merge: 'update' };
/** Words that may stand between a keyword and the name of a table. */
const BEFORE_TABLE = new Set(['only', 'lateral', 'ignore', 'table', 'if', 'exists']);
/** Words after a table that are no alias. */
const NO_ALIAS = new Set([...Object.keys(CLAUSES), 'left', 'right', 'inner', 'outer', 'full', 'cross', 'natural', 'union', 'intersect', 'except', 'default', 'with', 'tablesample', 'force', 'use', 'skip', 'as']);
/** Words after which a value stands. */
const BEFORE_VALUE = new Set(['like', 'ilike', 'in', 'any', 'all', 'between', 'limit', 'offset', 'values', 'interval', 'is', 'return', 'similar', 'to', 'escape', 'some', 'regexp', 'rlike', 'array', 'select', 'by', 'match', 'against', 'top', 'case', 'when', 'then', 'else']);
/** Keywords before a parenthesis that is no function's. */
const BEFORE_PARENTHESIS = new Set(['in', 'exists', 'any', 'all', 'some', 'as', 'from', 'join', 'lateral', 'values', 'and', 'or', 'not', 'where', 'on', 'using', 'select', 'union', 'intersect', 'except', 'when', 'then', 'else', 'having', 'materialized', 'array']);
/** Clauses in which a hole says nothing of the conditions. */
const PLAIN_CLAUSES = new Set(['select', 'set', 'values', 'order', 'group', 'limit', 'offset', 'returning']);

const MAXIMUM_TOKENS = 6000;

export function readStatement(text: string): SqlStatement | null {
  const tokens = sqlTokens(text, MAXIMUM_TOKENS);
  const reader = new StatementReader(tokens);
  return reader.read();
}

class StatementReader {
  private readonly statement: SqlStatement = { operation: 'unknown', tables: [], conditions: [], inserted: null, conditionHoles: [], hasDynamicTable: false };
  private readonly defined = new Set<string>();
  private clause: Clause = 'head';
  private word = '';
  private readonly stack: { clause: Clause; word: string; isFunction: boolean }[] = [];
  private holes = 0;

  constructor(private readonly tokens: readonly SqlToken[]) {}

  read(): SqlStatement | null {
    for (let at = 0; at < this.tokens.length; at += 1) at = this.step(at);
    const { tables, operation } = this.statement;
    this.statement.tables = tables.filter((table) => !this.defined.has(table.name.toLowerCase()));
    return operation === 'unknown' && tables.length === 0 ? null : this.statement;
  }

  /** @returns the position of the last token that was read */
  private step(at: number): number {
    const token = this.tokens[at]!;
    if (token.kind === 'hole') return this.hole(at);
    if (token.kind === 'symbol') return this.symbol(at, token);
    if (token.kind !== 'name') return at;
    const word = token.quoted ? '' : token.text.toLowerCase();
    if (this.statement.operation === 'unknown' && Object.hasOwn(OPERATIONS, word)) this.statement.operation = OPERATIONS[word]!;
    if (word === 'as' && this.tokens[at + 1]?.text === '(' && at > 0) this.defined.add(this.definedName(at));
    if (this.clause === 'table' && !BEFORE_TABLE.has(word) && !Object.hasOwn(CLAUSES, word)) return this.table(at);
    if (Object.hasOwn(CLAUSES, word) && this.beginsClause(word, at)) {
      this.clause = CLAUSES[word]!;
      this.word = word;
      return at;
    }
    if (this.clause === 'condition') return this.conditionName(at);
    return at;
  }

  /** `name AS (`, `name (a, b) AS (`: a common table expression. */
  private definedName(at: number): string {
    let before = at - 1;
    if (this.tokens[before]?.text === ')') while (before > 0 && this.tokens[before]!.text !== '(') before -= 1;
    const name = this.tokens[this.tokens[before]?.text === '(' ? before - 1 : before];
    return name?.text.toLowerCase() ?? '';
  }

  /** `AND` and `OR` go on with a condition only inside one; `UPDATE` of `FOR UPDATE` and `ON` of `ON CONFLICT` begin none. */
  private beginsClause(word: string, at: number): boolean {
    const previous = this.tokens[at - 1]?.text.toLowerCase() ?? '';
    const next = this.tokens[at + 1]?.text.toLowerCase() ?? '';
    if (word === 'and' || word === 'or') return this.clause === 'condition';
    if (word === 'update') return previous !== 'for' && previous !== 'do' && previous !== 'key' && previous !== 'on';
    if (word === 'on') return next !== 'conflict' && next !== 'duplicate' && next !== 'update' && next !== 'delete';
    if (word === 'from') return previous !== 'distinct' && !this.insideFunction();
    if (word === 'using') return this.tokens[at + 1]?.text !== '(';
    return true;
  }

  /** `extract(epoch FROM created_at)`, `trim(both ' ' FROM name)`. */
  private insideFunction(): boolean {
    return this.stack.at(-1)?.isFunction === true;
  }

  private isFunctionName(at: number): boolean {
    const token = this.tokens[at];
    return token?.kind === 'name' && !BEFORE_PARENTHESIS.has(token.text.toLowerCase());
  }

  private symbol(at: number, token: SqlToken): number {
    if (token.text === '(') {
      this.stack.push({ clause: this.clause, word: this.word, isFunction: this.isFunctionName(at - 1) });
      if (this.clause === 'table') this.clause = 'head';
    } else if (token.text === ')') {
      const outer = this.stack.pop();
      this.clause = outer?.clause === 'table' ? 'after-table' : (outer?.clause ?? this.clause);
      this.word = outer?.word ?? this.word;
    } else if (token.text === ',' && this.clause === 'after-table' && this.word !== 'into') this.clause = 'table';
    return at;
  }

  private table(at: number): number {
    let end = at;
    while (this.tokens[end + 1]?.text === '.' && this.tokens[end + 2]?.kind === 'name') end += 2;
    const name = this.tokens[end]!.text;
    this.clause = 'after-table';
    const next = this.tokens[end + 1];
    // `FROM generate_series(…)`, but `INSERT INTO t (a, b)`.
    if (next?.text === '(' && this.word !== 'into') return end;
    if (next?.text === '(') return this.insertColumns(name, end + 1);
    const aliasAt = next?.kind === 'name' && next.text.toLowerCase() === 'as' ? end + 2 : end + 1;
    const alias = this.tokens[aliasAt];
    const hasAlias = alias?.kind === 'name' && (alias.quoted || !NO_ALIAS.has(alias.text.toLowerCase()));
    this.statement.tables.push({ name, alias: hasAlias ? alias.text : name });
    if (hasAlias && this.word === 'into' && this.tokens[aliasAt + 1]?.text === '(') return this.insertColumns('', aliasAt + 1);
    return hasAlias ? aliasAt : end;
  }

  private insertColumns(table: string, open: number): number {
    if (table !== '') this.statement.tables.push({ name: table, alias: table });
    const columns: string[] = [];
    let at = open + 1;
    for (; at < this.tokens.length && this.tokens[at]!.text !== ')'; at += 1) if (this.tokens[at]!.kind === 'name') columns.push(this.tokens[at]!.text);
    if (columns[0]?.toLowerCase() === 'select') return open;
    this.statement.inserted = columns;
    this.clause = 'other';
    return at;
  }

  private conditionName(at: number): number {
    let end = at;
    while (this.tokens[end + 1]?.text === '.' && this.tokens[end + 2]?.kind === 'name') end += 2;
    if (this.tokens[end + 1]?.text === '(') return end;
    const column = this.tokens[end]!.text;
    if (!this.isJoinOnly(at, end)) this.statement.conditions.push({ column, alias: end > at ? this.tokens[end - 2]!.text : '' });
    return end;
  }

  /** `o.id = t.organization_id` joins tables and restricts nothing to one tenant. */
  private isJoinOnly(start: number, end: number): boolean {
    const text = (at: number) => this.tokens[at]?.text;
    const isName = (at: number) => this.tokens[at]?.kind === 'name';
    if (text(end + 1) === '=' && isName(end + 2) && text(end + 3) === '.') return true;
    return text(start - 1) === '=' && isName(start - 2) && (text(start - 3) === '.' || end > start);
  }

  private hole(at: number): number {
    const ordinal = this.holes;
    this.holes += 1;
    if (this.clause === 'table') {
      this.statement.hasDynamicTable = true;
      this.clause = 'after-table';
      return at;
    }
    if (PLAIN_CLAUSES.has(this.word)) return at;
    const previous = this.tokens[at - 1];
    const next = this.tokens[at + 1];
    const isValue = previous !== undefined && !this.isColumnPlace(next) && (endsOperator(previous) || (previous.kind === 'name' && BEFORE_VALUE.has(previous.text.toLowerCase())));
    if (!isValue) this.statement.conditionHoles.push(ordinal);
    return at;
  }

  /** `WHERE ${column} = $1`. */
  private isColumnPlace(next: SqlToken | undefined): boolean {
    return this.clause === 'condition' && next?.kind === 'symbol' && '=<>!'.includes(next.text);
  }
}

function endsOperator(token: SqlToken): boolean {
  return token.kind === 'symbol' && '=<>(,+-*/|~[@%:!&'.includes(token.text);
}
