/** The writes of a program to its database, by file, with what each belongs to. */
import type { FunctionId, Offset, ValueId } from '../../contracts/facts.js';
import type { Confidence } from '../../contracts/audit.js';
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { topOfChain } from '../file-uses.js';
import { groupBy } from '../reach/reach.js';
import { splitWords } from '../names/name-words.js';
import { writesBehindCalls } from './behind-calls.js';

/** One write of rows. */
export interface Write {
  readonly value: ValueRef;
  readonly operation: 'create' | 'update' | 'delete';
  readonly entities: readonly string[];
  /** Columns that say which rows. */
  readonly columns: readonly string[];
  /** Which rows, where that is an argument of its own. */
  readonly filter: ValueRef | null;
  /** SQL as far as it is constant, or null. */
  readonly statement: string | null;
  readonly confidence: Confidence;
  /** It goes to a store of documents. */
  readonly inDocuments: boolean;
  readonly function: FunctionId;
  readonly start: Offset;
  /** The whole chain of calls that it belongs to. */
  readonly top: ValueId;
}

interface Writes {
  byFile: ReadonlyMap<LinkedFile, readonly Write[]>;
  /** Calls that stand for a write, in no order. */
  behindCalls: readonly Write[];
}

const MEMO = new WeakMap<Program, Writes>();

/** In source order. Guesses by name are none, nor are writes that may be repeated without harm (upserts). */
export function writesIn(file: LinkedFile, program: Program): readonly Write[] {
  return writesOf(program).byFile.get(file) ?? [];
}

/** Calls of functions that make one row, in file and source order. */
export function allWritesBehindCalls(program: Program): readonly Write[] {
  return writesOf(program).behindCalls;
}

function writesOf(program: Program): Writes {
  let known = MEMO.get(program);
  if (known === undefined) MEMO.set(program, (known = collect(program)));
  return known;
}

function collect(program: Program): Writes {
  const found = new Map<string, Write>();
  const add = (write: Write) => void (isRepeatable(write, program) || found.set(`${write.value.file.facts.path}#${write.top}`, write));
  for (const { value, operation, kind, entities, filter, filterColumns, statementText, site, confidence } of program.queries) {
    if ((kind !== 'orm' && kind !== 'sql') || operation === 'read' || operation === 'unknown' || confidence === 'low' || site?.entry.attributes['writes'] === 'later') continue;
    add({ ...placeOf(value), operation, entities, columns: filterColumns, filter, statement: statementText, confidence, inDocuments: site?.entry.attributes['store'] === 'documents' });
  }
  for (const { value, entry, confidence } of program.sitesOf('record.save')) {
    add({ ...placeOf(value), operation: 'create', entities: [], columns: [], filter: null, statement: null, confidence, inDocuments: entry.attributes['store'] === 'documents' });
  }
  const writes = [...found.values()];
  const paths = new Map([...program.files.values()].map((file, index) => [file, index]));
  const behindCalls = writesBehindCalls(writes, program).filter(({ value, top }) => !found.has(`${value.file.facts.path}#${top}`)).sort((a, b) => (paths.get(a.value.file) ?? 0) - (paths.get(b.value.file) ?? 0) || a.start - b.start);
  return { byFile: groupBy([...writes, ...behindCalls].sort((a, b) => a.start - b.start), ({ value }) => value.file), behindCalls };
}

/** Where a write stands. */
export type Place = Pick<Write, 'value' | 'function' | 'start' | 'top'>;

export function placeOf(value: ValueRef): Place {
  const { file } = value;
  const { start } = file.facts.values[value.id]!;
  return { value, function: file.functionAt(start), start, top: topOfChain(value) };
}

/** Done again it changes nothing more. */
const REPEATABLE = /upsert|find_?or_?create|first_?or_?create|update_?or_?create|connect_?or_?create|get_?or_?create|on_?conflict|on_?duplicate|or_?ignore/i;
const REPEATABLE_STATEMENT = /\bon\s+conflict\b|\bon\s+duplicate\s+key\b|\binsert\s+(?:ignore|or\s+(?:ignore|replace))\b|\breplace\s+into\b|\bif\s+not\s+exists\b/i;

function isRepeatable({ value, top, statement }: Write, program: Program): boolean {
  return REPEATABLE_STATEMENT.test(statement ?? '') || namesOfChain({ file: value.file, id: top }).some((name) => REPEATABLE.test(name)) || REPEATABLE.test(program.describe(value));
}

/** The names in a chain of calls, outermost first: `values`, `insert`, `db`. */
export function namesOfChain({ file, id }: ValueRef): string[] {
  const fact = file.facts.values[id]!;
  switch (fact.kind) {
    case 'call':
      return namesOfChain({ file, id: fact.callee });
    case 'member':
      return [...(fact.name === null ? [] : [fact.name]), ...namesOfChain({ file, id: fact.object })];
    case 'await':
    case 'cast':
      return namesOfChain({ file, id: fact.operand });
    case 'reference':
      return [fact.name];
    default:
      return [];
  }
}

/** What it writes to: the entities, or where these are not known what it is called on. Null when that is any statement. */
export function targetOf(write: Write): string | null {
  if (write.entities.length > 0) return write.entities.join();
  const called = calledOn(write);
  return called.length === 0 ? null : called.join();
}

/** The names of the entities, or what stands in their place: `ticket` in `prisma.ticket.delete`. */
export function entityNamesOf(write: Write): readonly string[] {
  return write.entities.length > 0 ? write.entities : calledOn(write).slice(0, 1);
}

function calledOn({ value: { file, id }, statement }: Write): string[] {
  const fact = file.facts.values[id]!;
  const callee = fact.kind === 'call' ? file.facts.values[fact.callee]! : undefined;
  return callee?.kind === 'member' && statement === null ? namesOfChain({ file, id: callee.object }) : [];
}

/** Records of what happened, and those that are made again when they are missed: a service does without one of them. */
const ASIDE: ReadonlySet<string> = new Set(
  (
    'log logs logger audit audits auditing event events history histories activity activities notification notifications analytics metric metrics session sessions token tokens cache caches view views ' +
    'visit visits otp otps verification verifications attempt attempts usage usages stat stats statistic statistics telemetry trace traces reminder reminders lock locks impression impressions ' +
    'forgot reset challenge challenges nonce nonces presence refresh timeline feed revision revisions changelog snapshot snapshots outbox job jobs heartbeat email emails mail mails newsletter embedding embeddings search index'
  ).split(' '),
);

/** Is it such a record, by its entity or, where that is not known, by what it is called on? */
export function isAside({ value, top, entities }: Write): boolean {
  const names = entities.length > 0 ? entities : namesOfChain({ file: value.file, id: top });
  return names.some((name) => splitWords(name).some((word) => ASIDE.has(word)));
}
