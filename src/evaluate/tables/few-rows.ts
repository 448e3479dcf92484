/** Lists that stay few although their table grows: the rows of a window of time, and what the service itself bills one tenant for. */
import { NONE } from '../../contracts/facts.js';
import type { DataQuery, Program, ValueRef } from '../../contracts/program.js';
import { splitWords } from '../names/name-words.js';

const MOMENT = /(?:At|_at|[dD]ate|[tT]ime|[tT]imestamp|_on)$|^(?:date|time|timestamp|ts|day|month|period)$/;
const FROM = /^(?:\$?gte?|between|\$between)$/;
const FROM_STATEMENT = /\b\w*(?:_at|date|time|timestamp|_on)\b["`]?\s*(?:>=?|between\b)/i;
const MAXIMUM_DEPTH = 4;

/** `createdAt: { gte: monthStart }`, `WHERE created_at >= $1`. */
export function isWindowOfTime({ kind, filter, statementText }: DataQuery, program: Program): boolean {
  if (kind === 'sql') return FROM_STATEMENT.test(statementText ?? '');
  return filter !== null && holdsWindow(filter, program, 0);
}

function holdsWindow(value: ValueRef, program: Program, depth: number): boolean {
  const fact = program.fact(value);
  if (depth > MAXIMUM_DEPTH || fact.kind !== 'object') return false;
  return fact.properties.some(({ name, value: inner }) => {
    const held = { file: value.file, id: inner };
    return (name !== null && MOMENT.test(name) && beginsSomewhere(held, program)) || holdsWindow(held, program, depth + 1);
  });
}

function beginsSomewhere(value: ValueRef, program: Program): boolean {
  const fact = program.fact(value);
  return fact.kind === 'object' && fact.properties.some(({ name }) => name !== null && FROM.test(name));
}

const BILLS = /^(?:invoices?|payments?|receipts?|refunds?|charges?)$/;
const BILLING = /^(?:billings?|subscriptions?|stripe|paddle|plans?)$/;

/** Invoices and payments in code about subscriptions: a handful a year for each tenant. */
export function isBilling({ value }: DataQuery, entities: readonly string[]): boolean {
  const places = splitWords(value.file.facts.path);
  return entities.some((entity) => BILLS.test(splitWords(entity).at(-1) ?? '')) && places.some((word) => BILLING.test(word));
}

/** The table that a statement reads, where others are only joined. */
export function mainTable(statement: string): string | null {
  const found = /\bfrom\s+(?:only\s+)?["`[]?(?:\w+["`\]]?\.["`[]?)?(\w+)/i.exec(statement);
  return found?.[1] ?? null;
}

/** One row a group: `groupBy(bucket)`, as many as there are groups. */
export function isGrouped({ value: { file, id } }: DataQuery): boolean {
  for (let top = id, parent = file.parentOf(id); parent !== NONE; top = parent, parent = file.parentOf(parent)) {
    const fact = file.facts.values[parent]!;
    if (fact.kind === 'member' && fact.object === top && /^group_?by(?:raw)?$/i.test(fact.name ?? '')) return true;
    if (fact.kind !== 'member' && fact.kind !== 'call') return false;
  }
  return false;
}
