/** Does a write add to a column or take from it: `balance = balance - $1`, `{ decrement: 1 }`, `account.balance -= amount`? */
import { withoutCasts } from '../../contracts/casts.js';
import { NONE } from '../../contracts/facts.js';
import type { ValueId } from '../../contracts/facts.js';
import type { LinkedFile } from '../../contracts/program.js';
import { namesOfChain } from './writes.js';
import type { Place, Write } from './writes.js';

export type Sign = '+' | '-';

/** A column that is written as what it was and something more or less: `{ balance: account.balance - amount }`. */
export interface ChangedColumn {
  readonly sign: Sign;
  readonly column: string;
  /** The value that is written, and the record whose column is read for it. */
  readonly value: ValueId;
  readonly record: ValueId;
}

const STATEMENT = /\b(\w+)["`]?\s*=\s*(?:\w+\.)?["`]?\1["`]?\s*([-+])/gi;
const MAXIMUM_DEPTH = 8;

export function signsOf(write: Write): ReadonlySet<Sign> {
  const { file } = write.value;
  if (write.statement !== null) return new Set([...write.statement.matchAll(STATEMENT)].map((match) => match[2] as Sign));
  const names = namesOfChain({ file, id: write.top });
  const found = new Set<Sign>();
  if (names.includes('increment')) found.add('+');
  if (names.includes('decrement')) found.add('-');
  visit(file, write.top, 0, found);
  for (const { sign } of changesByHand(write)) found.add(sign);
  return found;
}

/** Columns for whose value the program itself reads the record: in the arguments of the write, or on the record before it is saved. */
export function changesByHand(place: Place): ChangedColumn[] {
  return [...changesIn(place.value.file, place.top, 0), ...changesBefore(place)];
}

function changesIn(file: LinkedFile, id: ValueId, depth: number): ChangedColumn[] {
  const fact = id === NONE || depth > MAXIMUM_DEPTH ? undefined : file.facts.values[id]!;
  if (fact?.kind === 'call') return [fact.callee, ...fact.args].flatMap((each) => changesIn(file, each, depth + 1));
  if (fact?.kind === 'member') return changesIn(file, fact.object, depth + 1);
  if (fact?.kind !== 'object') return [];
  return fact.properties.flatMap(({ name, value }) => [...(name === null ? [] : changeOf(file, value, name)), ...changesIn(file, value, depth + 1)]);
}

/** Through the chain and its arguments. */
function visit(file: LinkedFile, id: ValueId, depth: number, found: Set<Sign>): void {
  const fact = id === NONE || depth > MAXIMUM_DEPTH ? undefined : file.facts.values[id]!;
  if (fact === undefined) return;
  if (fact.kind === 'call') for (const each of [fact.callee, ...fact.args]) visit(file, each, depth + 1, found);
  if (fact.kind === 'member') visit(file, fact.object, depth + 1, found);
  if (fact.kind !== 'object') return;
  for (const { name, value } of fact.properties) {
    if (name === 'increment') found.add('+');
    else if (name === 'decrement') found.add('-');
    else if (name === '$inc') for (const sign of signsOfIncrements(file, value)) found.add(sign);
    else visit(file, value, depth + 1, found);
  }
}

function signsOfIncrements(file: LinkedFile, id: ValueId): Sign[] {
  const fact = file.facts.values[id]!;
  if (fact.kind !== 'object') return [];
  return fact.properties.map(({ value }) => {
    const amount = file.facts.values[value]!;
    return (amount.kind === 'unary' && amount.operator === '-') || (amount.kind === 'literal' && Number(amount.value) < 0) ? '-' : '+';
  });
}

function changeOf(file: LinkedFile, value: ValueId, column: string): ChangedColumn[] {
  const fact = file.facts.values[value]!;
  const recordOf = (part: ValueId) => {
    const operand = withoutCasts(file, part);
    return operand?.kind === 'member' && operand.name === column ? operand.object : NONE;
  };
  if (fact.kind === 'binary' && fact.operator === '-') return recordOf(fact.left) === NONE ? [] : [{ sign: '-', column, value, record: recordOf(fact.left) }];
  const record = fact.kind === 'concat' ? fact.parts.map(recordOf).find((each) => each !== NONE) : undefined;
  return record === undefined ? [] : [{ sign: '+', column, value, record }];
}

/** `account.balance -= amount; await account.save()`: what was changed on the record that is written. */
export function changesBefore({ value: { file }, top, function: around, start }: Place): ChangedColumn[] {
  const bindings = new Set(referencesIn(file, top));
  return file.facts.memberWrites.flatMap(({ object, name, value, at }) => {
    const target = withoutCasts(file, object);
    if (at > start || name === null || target?.kind !== 'reference' || !bindings.has(target.binding) || file.functionAt(target.start) !== around) return [];
    return changeOf(file, value, name);
  });
}

function referencesIn(file: LinkedFile, id: ValueId): number[] {
  const fact = id === NONE ? undefined : file.facts.values[id]!;
  if (fact?.kind === 'call') return [...referencesIn(file, fact.callee), ...fact.args.flatMap((each) => referencesIn(file, each))];
  if (fact?.kind === 'member') return referencesIn(file, fact.object);
  if (fact?.kind === 'cast') return referencesIn(file, fact.operand);
  return fact?.kind === 'reference' && fact.binding !== NONE ? [fact.binding] : [];
}
