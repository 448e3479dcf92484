/**
 * Writes behind functions of the program: `await orders.create(data)`, where `create` makes one write. The call stands for the write where
 * it is made, and its result for the row.
 */
import type { FunctionRef, LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { topOfChain, usesIn } from '../file-uses.js';
import { callsIn, keyOf } from '../reach/reach.js';
import { writtenName } from '../../contracts/written-name.js';
import type { Write } from './writes.js';

/** Functions that make something new each time; `getCustomer` or `ensureCustomer` may find what is there. */
const MAKES = /^_?(?:create|add|insert|save|store|register|new|make|persist|record|place|open|submit)(?![a-z])/;
/** Where nothing is made when there is something. */
const MAY_FIND = /(?:or|if)(?:create|find|get|missing|absent|not|exists?|needed|new)|once|unique/i;
const MAXIMUM_LEVELS = 2;
const MAXIMUM_CALLERS = 40;

/**
 * @param writes the writes that stand in functions themselves
 * @returns a write for each call of a function that does nothing to the database but make one row, two calls deep
 */
export function writesBehindCalls(writes: readonly Write[], program: Program): Write[] {
  const found: Write[] = [];
  let level = writes;
  for (let depth = 0; depth < MAXIMUM_LEVELS && level.length > 0; depth += 1) {
    level = onlyOnes([...writes, ...found], level).flatMap((write) => callsFor(write, program));
    found.push(...level);
  }
  return found;
}

/** Those that are the only write of their function; a second one has been looked at there. */
function onlyOnes(all: readonly Write[], level: readonly Write[]): Write[] {
  const counts = new Map<string, number>();
  for (const { value, function: id } of all) counts.set(keyOf({ file: value.file, id }), (counts.get(keyOf({ file: value.file, id })) ?? 0) + 1);
  return level.filter(({ operation, function: id, value }) => operation === 'create' && id > 0 && counts.get(keyOf({ file: value.file, id })) === 1);
}

function callsFor(write: Write, program: Program): Write[] {
  const made: FunctionRef = { file: write.value.file, id: write.function };
  const name = nameOf(made, program);
  if (!MAKES.test(name) || MAY_FIND.test(name) || hasOthersInside(made)) return [];
  const callers = program.callersOf(made);
  if (callers.length > MAXIMUM_CALLERS) return [];
  return callers.flatMap((call): Write[] => {
    const { file } = call;
    if (program.fact(call).kind !== 'call' || !isWaitedFor(call)) return [];
    const { start } = program.fact(call);
    // The name of a method is all that tells which of several is called.
    if (program.callees(call).length !== 1) return [];
    return [{ ...write, value: call, columns: [], filter: null, statement: null, confidence: 'medium', function: file.functionAt(start), start, top: topOfChain(call) }];
  });
}

function nameOf({ file, id }: FunctionRef, program: Program): string {
  const symbol = program.symbolAt({ file, id: usesIn(file).valueOfFunction(id) });
  return file.facts.functions[id]!.name ?? symbol.slice(symbol.lastIndexOf('.') + 1);
}

/** A callback inside may run the write later, or in a transaction of its own. */
function hasOthersInside({ file, id }: FunctionRef): boolean {
  return callsIn({ file, id }).some((call) => /(?:transaction|\btx|\btrx)/i.test(textOf(file, call)));
}

function textOf(file: LinkedFile, call: number): string {
  const fact = file.facts.values[call]!;
  const callee = fact.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  return writtenName(callee) ?? '';
}

/** Awaited, given back, or gone on from (`createOrder(…).then(…)`). */
function isWaitedFor(call: ValueRef): boolean {
  const { file, id } = call;
  const parent = file.facts.values[file.parentOf(id)];
  return parent?.kind === 'await' || (parent?.kind === 'member' && parent.name === 'then') || usesIn(file).returnedBy(id).length > 0;
}
