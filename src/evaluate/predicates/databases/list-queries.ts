/**
 * `query.list`: does the query give any number of rows? `query.limited`: is their number limited? `query.grows`: does what it gives
 * grow with the service, and not only with one row of it?
 */
import type { DataQuery, LinkedFile, Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import { argumentSubject } from '../../argument-subject.js';
import type { Evaluation } from '../../evaluation.js';
import { usesIn } from '../../file-uses.js';
import { isBilling, isGrouped, isWindowOfTime, mainTable } from '../../tables/few-rows.js';
import { growsForOne, growsWithService, mayGrow, namesUsers } from '../../tables/growing-tables.js';
import { splitWords } from '../../names/name-words.js';
import { growsWhole, wholeCursorAt } from '../../tables/whole-cursors.js';
import type { Predicate } from '../index.js';

export const listQuery: Predicate = ({ query, value }, _operand, { program }) => {
  if (query === null) return answerOf(value !== null && wholeCursorAt(value, program) !== null);
  return query.confidence !== 'low' && isList(query, program) ? yes() : NO;
};

export const limitedQuery: Predicate = ({ query, value }, _operand, evaluation) => {
  if (query !== null) return limitOf(query, evaluation);
  const cursor = value === null ? null : wholeCursorAt(value, evaluation.program);
  if (cursor?.isLimited === true) return yes({ reason: 'the cursor gives a limited number of rows' });
  return cursor === null || cursor.isLimited === null ? unknown('whether its options limit it') : cursor.isFiltered === null ? unknown('what it is filtered by') : NO;
};

export const growingQuery: Predicate = ({ query, value }, _operand, { program }) => {
  if (query === null) {
    const cursor = value === null ? null : wholeCursorAt(value, program);
    return answerOf(cursor !== null && growsWhole(cursor));
  }
  const names = namesOf(query, program);
  const isFew = isOfOneRow(query, program) || isOfOnePeople(query, names) || isWindowOfTime(query, program) || (isOfOneTenant(query) && isBilling(query, names));
  return answerOf(names.some(growsWithService) && !isFew);
};

/** `query.grows-for-one`: are the rows of one person or one thing what happens to it again and again: messages of a room, orders of a customer? */
export const growingForOneQuery: Predicate = ({ query }, _operand, { program }) => {
  if (query === null || isWindowOfTime(query, program)) return NO;
  const names = namesOf(query, program);
  return answerOf(names.some(growsForOne) && !isBilling(query, names));
};

/** `query.may-grow`: nothing says that it gives the rows of one row only, or that its table stays small. */
export const mayGrowQuery: Predicate = ({ query }, _operand, { program }) => answerOf(query !== null && !isOfOneRow(query, program) && query.entities.every(mayGrow));

/** The entities, or what the query is made on where nothing declares them: `prisma.customer.findMany()`. */
function namesOf({ entities, value, kind, statementText }: DataQuery, program: Program): readonly string[] {
  const main = entities.length > 1 && kind === 'sql' ? mainTable(statementText ?? '') : null;
  if (main !== null) return [main];
  if (entities.length > 0) return entities;
  const call = program.fact(value);
  const callee = call.kind === 'call' ? program.describe({ file: value.file, id: call.callee }) : '';
  return callee.split('.').slice(-2, -1).map((name) => name.replace(/(?:Model|Repository|Repo|Collection)$/, ''));
}

/** A column of which a query gives one row, or those of a list that was given. */
const KEYS = /^(?:_?id|ids|uuid|pk|email|slug|token|hash|code|username|login|handle|url|path|name|key|secret|sha|domain|hostname|locale|type|reference|(?:external|public|short)_?id|\w*(?:token|hash|slug|key|code|emails?)|email\w*)$/i;

function isList(query: DataQuery, program: Program): boolean {
  if (query.operation !== 'read' || query.filterColumns.some((column) => KEYS.test(column.split('.').at(-1)!))) return false;
  if (givesOneRow(query.value, program) || isGrouped(query)) return false;
  return query.kind === 'sql' ? isListStatement(query.statementText ?? '') : query.kind === 'orm' && listUse(query, program) !== undefined;
}

/** Methods that give one row of what a statement finds: `db.one`, `db.get`, `queryFirst`. */
const ONE_ROW = /(?:^|\.|[a-z])(?:first|one|single|get|scalar|value|First|One|Single|Row|Scalar)(?:OrNone|OrNull|OrThrow|OrFail|Row|Value)?$/;

/** Is only the first row looked at, whatever else is found? */
function givesOneRow(value: ValueRef, program: Program): boolean {
  const { file } = value;
  const call = file.facts.values[value.id]!;
  if (call.kind === 'call' && ONE_ROW.test(program.describe({ file, id: call.callee }))) return true;
  const places = givesPair(value, program) ? firstsOf(file, value.id) : [value.id];
  return places.length > 0 && places.every((place) => isOneTaken(file, place));
}

/** Rows and what is told of their columns, as mysql2 gives them: `const [rows] = await pool.execute(…)`. */
function givesPair(value: ValueRef, program: Program): boolean {
  return program.rolesAt(value).some(({ role, entry }) => role === 'sql.execute' && entry.attributes['gives'] === 'rows-and-columns');
}

/** The expressions that stand for the first element of what a call gives. */
function firstsOf(file: LinkedFile, id: number): number[] {
  let top = id;
  for (let parent = file.parentOf(top); parent >= 0 && ['await', 'cast'].includes(file.facts.values[parent]!.kind); parent = file.parentOf(top)) top = parent;
  const held = usesIn(file).bindingsOf(top).flatMap((binding) => file.facts.bindings[binding]!.uses);
  return [top, ...held].map((place) => file.parentOf(place)).filter((place) => place >= 0 && isFirst(file, place));
}

/** Is what stands there, or the variable that holds it, asked for its first element only? */
function isOneTaken(file: LinkedFile, value: number): boolean {
  let top = value;
  for (let parent = file.parentOf(top); parent >= 0; parent = file.parentOf(top)) {
    const fact = file.facts.values[parent]!;
    if (isFirst(file, parent)) return true;
    if (fact.kind !== 'await' && fact.kind !== 'cast' && !(fact.kind === 'member' && fact.name === 'rows')) break;
    top = parent;
  }
  const held = usesIn(file).bindingsOf(top).flatMap((binding) => file.facts.bindings[binding]!.uses);
  return held.length > 0 && held.every((use) => isFirstOf(file, use, 0));
}

/** `rows[0]`, `rows.length`, `result.rows[0]`. */
function isFirstOf(file: LinkedFile, id: number, depth: number): boolean {
  const parent = file.parentOf(id);
  const fact = file.facts.values[parent];
  if (fact?.kind !== 'member' || fact.object !== id) return false;
  return isFirst(file, parent) || fact.name === 'length' || fact.name === 'rowCount' || (fact.name === 'rows' && depth === 0 && isFirstOf(file, parent, 1));
}

function isFirst(file: LinkedFile, id: number): boolean {
  const fact = file.facts.values[id]!;
  if (fact.kind !== 'member') return false;
  const index = file.facts.values[fact.index];
  return fact.name === '0' || (index?.kind === 'literal' && index.value === 0);
}

function isListStatement(text: string): boolean {
  return /^\s*select\b/i.test(text) && /\bfrom\b/i.test(text) && !/\bgroup\s+by\b|\b(?:count|sum|max|min|avg|exists|pg_\w+|nextval)\s*\(/i.test(text) && !/\b(?:information_schema|pg_catalog|sqlite_master)\b/i.test(text);
}

function listUse({ value }: DataQuery, program: Program): RoleSite | undefined {
  const uses = program.rolesAt(value).filter(({ role }) => role === 'list.query');
  return uses.find(({ entry }) => entry.use === 'call') ?? uses[0];
}

const IN_STATEMENT = /\blimit\b|\bfetch\s+(?:first|next)\b|\btop\s*\(?\s*[\d@?$:]|\brownum\b/i;
/** Ends in a part that is not known and no parameter: `SELECT … FROM t ${clause}`. */
const OPEN_END = /(?<!(?:[=<>(,]|\b(?:like|and|in|offset))\s*)\?\s*;?\s*$/i;

function limitOf(query: DataQuery, evaluation: Evaluation): Answer {
  const { program } = evaluation;
  if (query.kind === 'sql') {
    const text = query.statementText ?? '';
    if (IN_STATEMENT.test(text)) return yes({ reason: 'the statement limits its rows' });
    return OPEN_END.test(text) ? unknown('how the statement ends') : NO;
  }
  const use = listUse(query, program);
  if (use === undefined) return NO;
  const { presence } = 'limit' in use.entry.arguments ? argumentSubject(use, 'limit', evaluation) : { presence: 'no' as const };
  if (presence === 'yes') return yes({ reason: 'it takes a limited number of rows' });
  if (presence === 'unknown') return unknown('whether its options limit it');
  if (query.filter !== null && query.filterColumns.length === 0 && !isEmpty(query.filter, program)) return unknown('what it is filtered by');
  return chainOf(query.value, evaluation, 0);
}

/** `trx('boards').as('next')`: what is given a name is a part of another query. */
function isNamedPart(file: LinkedFile, callee: number): boolean {
  const fact = file.facts.values[callee]!;
  return fact.kind === 'member' && fact.name === 'as';
}

/** `db('products').modify(page, query)`: a function of the program goes on with the query. */
function isModifier(file: LinkedFile, callee: number): boolean {
  const fact = file.facts.values[callee]!;
  return fact.kind === 'member' && /^(?:modify|\$call|\$if|scopes?|withScope)$/.test(fact.name ?? '');
}

function isEmpty(filter: ValueRef, program: Program): boolean {
  const fact = program.fact(filter);
  return fact.kind === 'object' && fact.properties.length === 0;
}

/** What follows on the query: further calls of the chain, and those on the variable that holds it. */
function chainOf(value: ValueRef, evaluation: Evaluation, depth: number): Answer {
  const { program } = evaluation;
  const { file } = value;
  let top = value.id;
  for (let parent = file.parentOf(top); parent >= 0; parent = file.parentOf(top)) {
    const fact = file.facts.values[parent]!;
    if (fact.kind === 'call' && fact.callee === top && program.rolesAt({ file, id: parent }).some(({ role }) => role === 'list.limit')) return yes({ reason: 'the chain limits its rows' });
    if (fact.kind === 'await') return NO;
    if (fact.kind === 'call' && fact.callee === top && isModifier(file, top)) return unknown('what the chain is changed by');
    if (fact.kind === 'call' && fact.callee === top && isNamedPart(file, top)) return unknown('what becomes of the query, which is part of another');
    if (fact.kind === 'call' && fact.callee !== top) return unknown('what is done with the query that is handed on');
    if (fact.kind !== 'member' && fact.kind !== 'call' && fact.kind !== 'cast') break;
    top = parent;
  }
  const uses = usesIn(file);
  const held = uses.bindingsOf(top).flatMap((binding) => file.facts.bindings[binding]!.uses);
  const answers = (depth > 2 ? [] : held).map((use) => chainOf({ file, id: use }, evaluation, depth + 1));
  const told = answers.find(({ truth }) => truth === 'yes') ?? answers.find(({ truth }) => truth === 'unknown');
  if (told !== undefined) return told;
  const around = file.facts.functions[file.functionAt(file.facts.values[value.id]!.start)]!;
  return uses.returnedBy(top).length > 0 && !around.isAsync && top !== value.id ? unknown('whether its caller limits it') : NO;
}

/** Whose rows grow with the whole service: tenants and what is like them. */
const TENANT: ReadonlySet<string> = new Set(['tenant', 'org', 'organization', 'organisation', 'workspace', 'team', 'account', 'company']);

/** `where: { orderId }`, `where: { userId }`: the rows of one row grow slowly, if at all. */
function isOfOneRow({ filterColumns }: DataQuery, program: Program): boolean {
  return filterColumns.some((column) => {
    const name = column.split('.').at(-1)!;
    const words = splitWords(name);
    const isKey = (/(?:[^a-z]|^)ids?$|Ids?$|[a-z]{4,}ids?$|_?refs?$/i.test(name) && !NO_KEYS.test(name)) || /^id_\w/i.test(name);
    const owner = /^id$/i.test(words[0]!) ? (words[1] ?? '') : (words.at(-2) ?? '');
    if (isKey) return !TENANT.has(owner);
    return ONE_OF_A_KIND.test(name) || PERSON.test(name) || (!TENANT.has(words.at(-1)!) && namesEntity(name, program));
  });
}

/** `isDefault: true`: few rows by their nature. */
const ONE_OF_A_KIND = /^is_?(?:default|primary|current|main)$/i;
const PERSON = /^(?:user|owner|author|creator|created_?by|sender|recipient|receiver|assignee|customer|member)$/i;

/** The people of one tenant; all people of the service are many. */
function isOfOnePeople(query: DataQuery, names: readonly string[]): boolean {
  return names.every(namesUsers) && isOfOneTenant(query);
}

function isOfOneTenant({ filterColumns }: DataQuery): boolean {
  return filterColumns.some((column) => splitWords(column.split('.').at(-1)!).some((word) => TENANT.has(word)));
}

const ENTITIES = new WeakMap<Program, ReadonlySet<string>>();

/** A column that is called as an entity is refers to one of its rows: Mongoose's `webinar: { type: ObjectId, ref: 'Webinar' }`. */
function namesEntity(column: string, program: Program): boolean {
  let names = ENTITIES.get(program);
  if (names === undefined) ENTITIES.set(program, (names = new Set(program.entities.map(({ name }) => splitWords(name).join('')))));
  return names.has(splitWords(column).join(''));
}

const NO_KEYS = /(?:valid|paid|void|avoid|grid|hybrid|liquid|solid|android)$/i;
