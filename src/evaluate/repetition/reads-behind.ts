/** The queries that found what a value holds. */
import type { DataQuery, Program, ValueRef } from '../../contracts/program.js';
import { keyOf } from '../file-uses.js';

/** A query, and the first name that is read of what it found; '' for none. */
export interface ReadBehind {
  readonly query: DataQuery;
  readonly member: string;
}

export type Reads = ReadonlyMap<string, DataQuery>;

const DEPTH = 8;
const MEMO = new WeakMap<Program, Reads>();

/** Queries that may find rows, by their value. */
export function readsOf(program: Program): Reads {
  let known = MEMO.get(program);
  if (known === undefined) MEMO.set(program, (known = new Map(program.queries.filter(({ operation }) => operation !== 'create' && operation !== 'delete').map((query) => [keyOf(query.value), query] as const))));
  return known;
}

/** Through variables, waiting, casts, members, conversions to numbers and further calls in a chain (`.first()`). */
export function readsBehind(value: ValueRef, reads: Reads, program: Program, member = '', depth = 0): ReadBehind[] {
  if (depth > DEPTH) return [];
  const { file } = value;
  const fact = program.fact(value);
  const inner = (id: number, name = member): ReadBehind[] => readsBehind({ file, id }, reads, program, name, depth + 1);
  const query = reads.get(keyOf(value));
  if (query !== undefined) return [{ query, member }];
  switch (fact.kind) {
    case 'await':
    case 'cast':
      return inner(fact.operand);
    case 'logical':
      return inner(fact.left);
    case 'conditional':
      return [...inner(fact.whenTrue), ...inner(fact.whenFalse)];
    case 'member':
      return inner(fact.object, member === '' ? (fact.name ?? '') : member);
    case 'call': {
      if (/^(?:Number|parseInt|Number\.parseInt|BigInt)$/.test(program.describe({ file, id: fact.callee }))) return fact.args[0] === undefined ? [] : inner(fact.args[0]);
      const callee = file.facts.values[fact.callee];
      return callee?.kind === 'member' ? inner(callee.object) : [];
    }
    case 'reference':
      return program.sourcesOf(value).filter((source) => keyOf(source) !== keyOf(value)).flatMap((source) => readsBehind(source, reads, program, member, depth + 1));
    default:
      return [];
  }
}
