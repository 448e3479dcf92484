/**
 * What keeps work from being done twice for one thing, as far as the code of its functions says: a key that the caller sends, the id
 * of an event that is looked up or kept, a row that can be there only once, a lock; or no more than the state that the work leaves.
 */
import type { FunctionId, ValueId } from '../../contracts/facts.js';
import type { DataQuery, FunctionRef, LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { valuesIn } from '../authentication/function-signs.js';
import { keyOf } from '../file-uses.js';
import { splitWords } from '../names/name-words.js';

/** A name or text that speaks of it. */
const BY_NAME = /idempoten|dedup|de_dup|already_?(?:processed|handled|seen|sent|paid|charged|completed|received|refunded)|processed_?(?:events?|messages?|ids?|webhooks?|keys?|jobs?|payments?)|(?:is|check|find|was)_?duplicate|exactly_?once|once_?only|claim_?once|run_?once|process_?once|set_?nx/i;
/** Rows that are kept of each event, in a statement that adds them once. */
const KEEPS_EVENT = /into\s+\S*(?:event|processed|idempot|dedup|webhook|inbox|message|request_?key|deliver)\w*[\s\S]*(?:on\s+conflict|on\s+duplicate\s+key)|insert\s+(?:or\s+)?ignore\s+into\s+\S*(?:event|processed|idempot|dedup|webhook|inbox|message|request_?key|deliver)/i;
/** Locks, and rows of any kind that can be there only once: they may be about something else. */
const PERHAPS = /nonce|advisory_(?:xact_)?lock|for update|redlock|with_?lock|acquire_?lock|obtain_?lock|mutex|duplicate/i;
/** Ids by which the same event is known again, as words joined by `_`. */
const EVENT_ID = /^(?:\w+_)?(?:event|evt|message|msg|delivery|webhook|notification|idempotency|dedupe|dedup)(?:_uu)?_?(?:id|key|ref|reference|uid)$/;
/** Statements, methods and settings that add a row only once. */
const ADDS_ONCE = /\bon\s+conflict\b|on\s+duplicate\s+key|insert\s+(?:or\s+)?ignore|insert\s+or\s+replace|where\s+not\s+exists/i;
const METHODS = /^(?:upsert|upsertMany|findOrCreate|findOrBuild|firstOrCreate|findOneOrCreate|onConflict|onConflictDoNothing|onConflictDoUpdate|onDuplicateKeyUpdate|orIgnore|orUpdate|insertIgnore)$/;
const SETTINGS = /^(?:NX|nx|jobId|jobKey|deduplication|deduplicationId|MessageDeduplicationId|singletonKey)$/;
const PERHAPS_SETTINGS = /^(?:upsert|skipDuplicates|ignoreDuplicates|onConflict|\$setOnInsert)$/;
/** What a database calls a row that is there already. */
const VIOLATIONS: ReadonlySet<string | number | boolean | null> = new Set(['P2002', '23505', 23505, 11000, 11001, 'ER_DUP_ENTRY', 'SequelizeUniqueConstraintError', 'SQLITE_CONSTRAINT', 'SQLITE_CONSTRAINT_UNIQUE', 'ConditionalCheckFailedException']);
const VIOLATION_NAMES = /^(?:UniqueConstraint(?:Error|Violation\w*)|UniqueViolation\w*|DuplicateKey\w*)$/;

/** Characters; longer texts are documents. */
const MAXIMUM_TEXT = 2_000;

export interface Kept {
  readonly at: ValueRef;
  /** `perhaps`: it may be about something else that the functions do. */
  readonly sure: 'yes' | 'perhaps';
}

const MEMO = new WeakMap<LinkedFile, Map<FunctionId, Kept | null>>();

/** The place in one of the functions that keeps their work from being done twice, the surest first; or null. */
export function onceIn(functions: readonly FunctionRef[]): Kept | null {
  let perhaps: Kept | null = null;
  for (const { file, id } of functions) {
    const known = MEMO.get(file) ?? new Map<FunctionId, Kept | null>();
    MEMO.set(file, known);
    let found = known.get(id);
    if (found === undefined) known.set(id, (found = signIn(file, id)));
    if (found?.sure === 'yes') return found;
    perhaps ??= found;
  }
  return perhaps;
}

function signIn(file: LinkedFile, id: FunctionId): Kept | null {
  const values = valuesIn(file, id);
  const sure = values.find((value) => speaksOfOnce(file, value));
  if (sure !== undefined) return { at: { file, id: sure }, sure: 'yes' };
  const perhaps = values.find((value) => mayKeepOnce(file, value));
  return perhaps === undefined ? null : { at: { file, id: perhaps }, sure: 'perhaps' };
}

function speaksOfOnce(file: LinkedFile, id: ValueId): boolean {
  const fact = file.facts.values[id]!;
  switch (fact.kind) {
    case 'literal':
      return typeof fact.value === 'string' && fact.value.length < MAXIMUM_TEXT && (fact.value === 'NX' || KEEPS_EVENT.test(fact.value) || (fact.value.length < 80 && BY_NAME.test(fact.value.replaceAll('-', '_'))));
    case 'template':
      return KEEPS_EVENT.test(fact.texts.join('?'));
    case 'reference':
    case 'member':
      return fact.name !== null && (BY_NAME.test(fact.name) || fact.name === 'setnx' || fact.name === 'setNX');
    case 'object':
      return fact.properties.some(({ name, value }) => name !== null && ((SETTINGS.test(name) && isOn(file, value)) || BY_NAME.test(name)));
    default:
      return false;
  }
}

function mayKeepOnce(file: LinkedFile, id: ValueId): boolean {
  const fact = file.facts.values[id]!;
  switch (fact.kind) {
    case 'literal':
      return VIOLATIONS.has(fact.value) || (typeof fact.value === 'string' && fact.value.length < MAXIMUM_TEXT && ADDS_ONCE.test(fact.value));
    case 'template':
      return fact.texts.some((text) => ADDS_ONCE.test(text) || PERHAPS.test(text));
    case 'reference':
      return PERHAPS.test(fact.name) || VIOLATION_NAMES.test(fact.name);
    case 'member':
      return fact.name !== null && (PERHAPS.test(fact.name) || METHODS.test(fact.name) || VIOLATION_NAMES.test(fact.name));
    case 'object':
      return fact.properties.some(({ name, value }) => name !== null && PERHAPS_SETTINGS.test(name) && isOn(file, value));
    default:
      return false;
  }
}

function isOn(file: LinkedFile, value: ValueId): boolean {
  const fact = file.facts.values[value];
  return fact?.kind !== 'literal' || (fact.value !== false && fact.value !== null);
}

/** Rows and fields that say how far the work is. */
const STATE = /^(?:is_?|has_?)?(?:status|state|processed|paid|handled|done|completed?|exist(?:s|ing)?\w*|found|duplicate|used|redeemed|sent|refunded|charged|fulfilled|settled|captured|confirmed|existing\w*|last\w*)$|(?:_at|At)$|^existing/i;

/**
 * The condition under which the work is done, where that asks for the state it leaves: `if (order.status === 'paid') return`, or for
 * what a query found. Two at once both pass it.
 */
export function stateAsked(work: ValueRef, program: Program): ValueRef | null {
  const guard = program.guardsOf(work).find(({ condition }) => asksState(condition, program, 0));
  return guard?.condition ?? null;
}

const DEPTH = 6;

function asksState(value: ValueRef, program: Program, depth: number): boolean {
  if (depth > DEPTH) return false;
  const { file } = value;
  const fact = program.fact(value);
  const inner = (...ids: number[]): boolean => ids.some((id) => asksState({ file, id }, program, depth + 1));
  switch (fact.kind) {
    case 'unary':
    case 'await':
    case 'cast':
      return inner(fact.operand);
    case 'binary':
    case 'logical':
      return inner(fact.left, fact.right);
    case 'member':
      return STATE.test(fact.name ?? '') || inner(fact.object);
    case 'reference':
      return STATE.test(fact.name) || program.sourcesOf(value).some((source) => readsRows(source, program));
    case 'call':
      return readsRows(value, program) || inner(fact.callee);
    default:
      return false;
  }
}

/** A query or a part of what it gives, also behind `await` and a function of the program whose name says that it looks for something. */
function readsRows(value: ValueRef, program: Program): boolean {
  const fact = program.fact(value);
  if (fact.kind === 'await' || fact.kind === 'cast') return readsRows({ file: value.file, id: fact.operand }, program);
  if (fact.kind === 'member') return readsRows({ file: value.file, id: fact.object }, program);
  return reads(program).has(keyOf(value)) || (fact.kind === 'call' && /(?:^|\.)(?:find|get|load|fetch|lookup|exists|has|is|was|count)[A-Z]?\w*$/.test(program.describe({ file: value.file, id: fact.callee })));
}

const READS = new WeakMap<Program, ReadonlySet<string>>();

function reads(program: Program): ReadonlySet<string> {
  let known = READS.get(program);
  if (known === undefined) READS.set(program, (known = new Set(program.queries.filter(({ operation }) => operation === 'read' || operation === 'unknown').map(({ value }) => keyOf(value)))));
  return known;
}

/** Tables of what was done before. */
const DONE_BEFORE = /^(?:processed|handled|consumed|seen|dedup\w*|idempoten\w*|inbox)$/;

/** The query that looks for an event by its id, or among those that were handled before; or null. */
export function lookedUp(queries: readonly DataQuery[]): ValueRef | null {
  const looks = ({ operation, filterColumns, entities }: DataQuery) =>
    operation === 'read' && (filterColumns.some((column) => EVENT_ID.test(splitWords(column).join('_'))) || entities.some((name) => splitWords(name).some((word) => DONE_BEFORE.test(word))));
  return queries.find(looks)?.value ?? null;
}
