/** Does a write add to a column or take from it: `balance = balance - $1`, `{ decrement: 1 }`, `account.balance -= amount`? */
import { NONE } from '../../contracts/facts.js';
import type { ValueId } from '../../contracts/facts.js';
import type { LinkedFile } from '../../contracts/program.js';
import { namesOfChain } from './writes.js';
import type { Write } from './writes.js';

export type Sign = '+' | '-';

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
  for (const sign of changesBefore(write)) found.add(sign);
  return found;
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
    else {
      const sign = name === null ? null : signOfChange(file, value, name);
      if (sign !== null) found.add(sign);
      visit(file, value, depth + 1, found);
    }
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

/** `{ balance: account.balance - amount }`. */
function signOfChange(file: LinkedFile, id: ValueId, name: string): Sign | null {
  const fact = file.facts.values[id]!;
  const isSame = (part: ValueId) => {
    const operand = file.facts.values[part]!;
    return operand.kind === 'member' && operand.name === name;
  };
  if (fact.kind === 'binary' && fact.operator === '-' && isSame(fact.left)) return '-';
  return fact.kind === 'concat' && fact.parts.some(isSame) ? '+' : null;
}

/** `account.balance -= amount; await account.save()`: what was changed on the record that is written. */
function changesBefore({ value: { file }, top, function: around, start }: Write): Sign[] {
  const bindings = new Set(referencesIn(file, top));
  return file.facts.memberWrites.flatMap(({ object, name, value, at }) => {
    const target = file.facts.values[object]!;
    if (at > start || name === null || target.kind !== 'reference' || !bindings.has(target.binding) || file.functionAt(target.start) !== around) return [];
    return signOfChange(file, value, name) ?? [];
  });
}

function referencesIn(file: LinkedFile, id: ValueId): number[] {
  const fact = id === NONE ? undefined : file.facts.values[id]!;
  if (fact?.kind === 'call') return [...referencesIn(file, fact.callee), ...fact.args.flatMap((each) => referencesIn(file, each))];
  if (fact?.kind === 'member') return referencesIn(file, fact.object);
  return fact?.kind === 'reference' && fact.binding !== NONE ? [fact.binding] : [];
}
