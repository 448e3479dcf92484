/** `database.*`: an embedded database that is opened because the setting of another is missing. */
import type { EnvironmentRead, Guard, Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { NO, yes } from '../../answer.js';
import { keyOf } from '../../file-uses.js';
import type { Predicate } from '../index.js';

/** Packages whose databases live in the process or in a file beside it. */
const EMBEDDED_PACKAGES: ReadonlySet<string> = new Set(['better-sqlite3', 'sqlite3', 'sqlite', 'node:sqlite', 'bun:sqlite', 'sqlite:default', 'mongodb-memory-server', '@electric-sql/pglite', 'pg-mem', 'nedb']);
const EMBEDDED_TYPE = /^(?:sqlite3?|better-sqlite3|sqljs|libsql|expo)$|^sqlite:|^file:|^:memory:$/i;
/** Options that say which kind of database is opened. */
const TYPE_OPTIONS = ['type', 'client', 'dialect', 'driver', 'url', 'filename', 'database', 'storage'];
const DATABASE_NAME = /DATABASE|(?:^|_)DB(?:_|$)|POSTGRES|(?:^|_)PG|MYSQL|MARIADB|MONGO|SQL|CONNECTION_STRING|TURSO/i;
const MAX_DEPTH = 6;

/** Is an embedded database opened where a variable that sets the database is known to be missing? */
export const opensInstead: Predicate = ({ role }, _operand, { program }) => {
  const opened = role === null ? null : embeddedBy(role, program);
  if (role === null || opened === null) return NO;
  for (const guard of program.guardsOf(role.value)) {
    const read = missingIn(guard, program);
    if (read !== null) return yes({ values: { value: opened, source: read.name }, related: [{ location: program.location(guard.condition), text: `${read.name} is not set` }] });
  }
  return NO;
};

const KIND_OF_DATABASE = /(?:^|_)(?:DB|DATABASE|TYPEORM|KNEX|SEQUELIZE)_?(?:TYPE|CLIENT|DIALECT|ENGINE|DRIVER)$/i;

/** `database.kind-chosen`: another variable beside it chooses the kind of database, and a file is the default, or the file asks for servers of several kinds: where one stands is asked for only by those who chose that kind. */
export const kindChosen: Predicate = ({ read }, _operand, { program }) => {
  if (read === null) return NO;
  const other = ofAnotherKind(read, program);
  if (other !== undefined) return yes({ reason: `${other.name} is that of another kind of database`, related: [{ location: program.location(other.value), text: other.name }] });
  const chosen = program.environment.reads.find(({ name, value, fallback }) => {
    if (!KIND_OF_DATABASE.test(name) || value.file.package !== read.value.file.package || fallback.value === null) return false;
    return program.constants(fallback.value)?.some((each) => typeof each === 'string' && EMBEDDED_TYPE.test(each)) === true;
  });
  return chosen === undefined ? NO : yes({ reason: `${chosen.name} chooses the kind of database`, related: [{ location: program.location(chosen.value), text: chosen.name }] });
};

/** Relational databases, of which a program uses one; by how the names of their variables begin. */
const RELATIONAL = /^(?:\w+_)?(?<kind>MYSQL|MARIADB|TIDB|POSTGRES(?:QL)?|PG|MSSQL|SQLSERVER|ORACLE|SQLITE)_?(?:HOST|SERVER|DB|DATABASE|FILE|PATH|URL|URI)$/;

/** The variable for the place of a database of another relational kind, read in the same file. */
function ofAnotherKind(read: EnvironmentRead, program: Program): EnvironmentRead | undefined {
  const own = relationalKind(read.name);
  if (own === null) return undefined;
  return program.environment.reads.find(({ name, value }) => value.file === read.value.file && ![null, own].includes(relationalKind(name)));
}

function relationalKind(name: string): string | null {
  const kind = RELATIONAL.exec(name)?.groups?.['kind'] ?? null;
  return kind?.startsWith('P') === true ? 'POSTGRES' : kind;
}

function embeddedBy(role: RoleSite, program: Program): string | null {
  if (EMBEDDED_PACKAGES.has(role.entry.package) || /sqlite/.test(role.path)) return 'an embedded database';
  const options = program.argument(role, 'options');
  if (options === null) return null;
  const typed = TYPE_OPTIONS.flatMap((name) => {
    const found = program.property(options, [name]);
    return found.kind === 'found' ? found.values : [];
  });
  for (const value of [options, ...typed]) {
    const constant = program.constants(value)?.[0];
    if (typeof constant === 'string' && EMBEDDED_TYPE.test(constant)) return `an embedded database (${constant})`;
  }
  return null;
}

/** The read of a database's setting that is falsy when the guard holds. */
function missingIn({ condition, holds, cases }: Guard, program: Program): EnvironmentRead | null {
  return cases.length > 0 ? null : falsyIn(condition, holds, program, 0);
}

function falsyIn(condition: ValueRef, holds: boolean, program: Program, depth: number): EnvironmentRead | null {
  if (depth > MAX_DEPTH) return null;
  const fact = program.fact(condition);
  const part = (id: number): ValueRef => ({ file: condition.file, id });
  if (fact.kind === 'unary' && fact.operator === '!') return falsyIn(part(fact.operand), !holds, program, depth + 1);
  if (fact.kind === 'logical' && ((fact.operator === '&&' && holds) || (fact.operator === '||' && !holds))) {
    return falsyIn(part(fact.left), holds, program, depth + 1) ?? falsyIn(part(fact.right), holds, program, depth + 1);
  }
  if (fact.kind === 'binary') return comparedWithNothing(fact.operator, [part(fact.left), part(fact.right)], holds, program);
  return holds ? null : readOf(condition, program);
}

/** `=== undefined`, `!= null`. */
function comparedWithNothing(operator: string, sides: readonly ValueRef[], holds: boolean, program: Program): EnvironmentRead | null {
  const isEqual = { '===': true, '==': true, '!==': false, '!=': false }[operator];
  const isNothing = (side: ValueRef) => program.describe(side) === 'undefined' || program.constants(side)?.every((each) => each === null || each === '');
  const other = sides.find((side) => !isNothing(side));
  if (isEqual === undefined || isEqual !== holds || other === undefined || !sides.some(isNothing)) return null;
  return readOf(other, program);
}

const READS = new WeakMap<Program, ReadonlyMap<string, EnvironmentRead>>();

function readOf(value: ValueRef, program: Program): EnvironmentRead | null {
  let reads = READS.get(program);
  if (reads === undefined) {
    reads = new Map(program.environment.reads.map((read) => [keyOf(read.value), read]));
    READS.set(program, reads);
  }
  for (const source of [value, ...program.sourcesOf(value)]) {
    const read = reads.get(keyOf(source));
    if (read !== undefined && DATABASE_NAME.test(read.name)) return read;
  }
  return null;
}
