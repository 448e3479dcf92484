/** Lists that a cursor gives whole: `db.collection('orders').find().sort(…).toArray()`. */
import type { Program, ValueRef } from '../../contracts/program.js';
import { growsWithService } from './growing-tables.js';
import { writtenName } from '../../contracts/written-name.js';

export interface WholeCursor {
  /** Names of the methods between the query and its end. */
  chain: readonly string[];
  /** What it is filtered by: nothing, or something; null where that cannot be told. */
  isFiltered: boolean | null;
  /** Null where it cannot be told. */
  isLimited: boolean | null;
  /** Of the collection, where it is a constant. */
  collections: readonly string[];
}

const MAXIMUM_STEPS = 12;

/**
 * The query that the cursor comes from.
 * @param end the call that takes all rows
 * @returns null where no query of a collection was found
 */
export function wholeCursorAt(end: ValueRef, program: Program): WholeCursor | null {
  const chain: string[] = [];
  let call: ValueRef | null = end;
  for (let step = 0; call !== null && step < MAXIMUM_STEPS; step += 1) {
    const fact = program.fact(call);
    const callee: ValueRef | null = fact.kind === 'call' ? { file: call.file, id: fact.callee } : null;
    const member = callee === null ? null : program.fact(callee);
    if (fact.kind !== 'call' || callee === null || member?.kind !== 'member') return null;
    const receiver = { file: call.file, id: member.object };
    if (writtenName(member) === 'find') return queryOf({ call, args: fact.args, receiver }, chain, program);
    chain.push(writtenName(member) ?? '');
    call = callHeldBy(receiver, program);
  }
  return null;
}

function queryOf({ call, args, receiver }: { call: ValueRef; args: readonly number[]; receiver: ValueRef }, chain: readonly string[], program: Program): WholeCursor {
  const [filter, options] = args.map((id) => program.sourcesOf({ file: call.file, id }).map((source) => program.fact(source)));
  const limits = options?.map((fact) => (fact.kind === 'object' ? fact.properties.some(({ kind, name }) => name === 'limit' || kind === 'spread') : null)) ?? [false];
  const filters = filter?.map((fact) => (fact.kind === 'object' ? fact.properties.length > 0 : null)) ?? [false];
  const one = (answers: readonly (boolean | null)[]) => (answers.length > 0 && answers.every((each) => each === answers[0]) ? answers[0]! : null);
  return { chain, isLimited: chain.includes('limit') ? true : one(limits), isFiltered: one(filters), collections: namesOf(receiver, program) };
}

/** The call whose result a value is, in place or held by a variable. */
function callHeldBy(value: ValueRef, program: Program): ValueRef | null {
  if (program.fact(value).kind === 'call') return value;
  const [source, ...others] = program.sourcesOf(value);
  return source !== undefined && others.length === 0 && program.fact(source).kind === 'call' ? source : null;
}

/** `db.collection('orders')`, in place or held by a variable. */
function namesOf(collection: ValueRef, program: Program): string[] {
  return [collection, ...program.sourcesOf(collection)].flatMap((source) => {
    const fact = program.fact(source);
    const [name] = fact.kind === 'call' ? fact.args : [];
    return name === undefined ? [] : (program.constants({ file: source.file, id: name }) ?? []).map(String);
  });
}

/** Are they all the rows of a collection that grows with the service? */
export function growsWhole({ isFiltered, collections }: WholeCursor): boolean {
  return isFiltered === false && collections.some(growsWithService);
}
