/** Does a pair of writes run in one transaction? */
import { NONE } from '../../contracts/facts.js';
import type { FunctionId, ValueId } from '../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { usesIn } from '../file-uses.js';
import { callsIn, usesByFunction, keyOf, withInner } from '../reach/reach.js';
import { inExtent } from './places.js';
import { namesOfChain } from './writes.js';
import type { Place } from './writes.js';

/** `open`: whoever calls may have begun one, or the writes are given something that may be one. */
export type Transaction = 'begun' | 'none' | { kind: 'open'; reason: string };

const BEGINS = /^\s*(?:begin|start\s+transaction|savepoint)\b/i;
/** Functions whose name says that what they are given runs in a transaction. */
const RUNS = /transact|atomic|unit_?of_?work|with_?(?:tx|trx)\b|in_?(?:tx|trx)\b|^(?:begin|beginWork)$/i;
/** What stands for a transaction that somebody has begun. */
const HANDLE = /^_?(?:tx|trx|txn|transaction\w*|transacting|\w+(?:Tx|Trx|Txn|Transaction)_?|queryRunner|active_?manager_?|sharedContext|transactional\w*|uow|unitOfWork)$/i;
/** Properties of options that hand one on. */
const OPTION = /^(?:transaction|transacting|session|queryRunner|tx|trx)$/;
/** Parameters that hold a request and its surroundings, not a connection. */
const SURROUNDINGS = /^_?(?:ctx|context|c|req|request|res|app|fastify|server|instance|event|h|self|services?|deps|dependencies|container|scope|env|strapi|payload)$/i;
const OPTIONS = /^(?:options?|opts|config|queryOptions)$/i;
const MAXIMUM_DEPTH = 3;
const MAXIMUM_CALLERS = 12;

export function transactionOf({ first, second }: { readonly first: Place; readonly second: Place }, program: Program): Transaction {
  const { file } = first.value;
  if (isGivenToRunner(file, first.top) || beginsBefore(first, program) || isInside(file, first.function, program) || isInside(file, second.function, program, first.function)) return 'begun';
  if ([first, second].some((write) => hasHandle(write))) return { kind: 'open', reason: 'whether the writes are made on a transaction that somebody else has begun' };
  const parameter = [first, second].map((write) => parameterBelow(write)).find((id) => id !== null) ?? null;
  if (parameter !== null && !isPlainConnection(file, first.function, parameter, program)) return { kind: 'open', reason: 'whether the connection that the function is given has a transaction open' };
  return 'none';
}

/** The function, or one around it, begins a transaction by itself. */
function beginsBefore({ value: { file }, function: around, start }: Place, program: Program): boolean {
  for (let id = around; id > 0; id = file.facts.functions[id]!.parent) {
    const functions = withInner({ file, id });
    const has = (role: string) => functions.flatMap((ref) => usesByFunction(program, role).get(keyOf(ref)) ?? []);
    if (has('db.transaction.begin').some(({ value }) => program.fact(value).start < start)) return true;
    if (has('sql.execute').some((site) => program.fact(site.value).start < start && isBeginStatement(program.argument(site, 'statement'), program))) return true;
    if (callsIn({ file, id }).some((call) => isBeginCall(file, call, start))) return true;
  }
  return false;
}

function isBeginStatement(statement: ValueRef | null, program: Program): boolean {
  const texts = statement === null ? null : program.constants(statement);
  return texts !== null && texts.some((text) => typeof text === 'string' && BEGINS.test(text));
}

/** `session.startTransaction()`, `connection.beginTransaction(…)`, `await db.transaction()`: by name, whatever it is called on. */
function isBeginCall(file: LinkedFile, call: ValueId, before: number): boolean {
  const fact = file.facts.values[call]!;
  const [name] = fact.kind === 'call' ? namesOfChain({ file, id: fact.callee }) : [];
  return name !== undefined && fact.start < before && /^(?:begin|start|create|open|get|new)?_?(?:transaction|tx|trx)$|^beginTransaction\w*$|^startTransaction\w*$/i.test(name);
}

/** Is the function given to something that runs it in a transaction, decorated so, or called only there? */
function isInside(file: LinkedFile, start: FunctionId, program: Program, until: FunctionId = 0, depth = 0): boolean {
  for (let id = start; id > 0 && id !== until; id = file.facts.functions[id]!.parent) {
    const fact = file.facts.functions[id]!;
    const decorators = [...fact.decorators, ...(fact.class === NONE ? [] : file.facts.classes[fact.class]!.decorators)];
    if (decorators.some((decorator) => namesOfChain({ file, id: decorator }).some((name) => RUNS.test(name)))) return true;
    if (isGivenToRunner(file, usesIn(file).valueOfFunction(id))) return true;
  }
  const callers = depth < MAXIMUM_DEPTH ? program.callersOf({ file, id: start }) : [];
  return callers.length > 0 && callers.length <= MAXIMUM_CALLERS && callers.every((caller) => isCallInside(caller, program, depth));
}

function isCallInside(call: ValueRef, program: Program, depth: number): boolean {
  const { file, id } = call;
  if (isGivenToRunner(file, id)) return true;
  return isInside(file, file.functionAt(file.facts.values[id]!.start), program, 0, depth + 1);
}

/** Outwards through arguments and lists: `withTransaction(async () => …)`, `transaction([first, second])`. */
function isGivenToRunner(file: LinkedFile, start: ValueId): boolean {
  if (start === NONE) return false;
  for (let id = start, parent = file.parentOf(start); parent !== NONE; id = parent, parent = file.parentOf(parent)) {
    const fact = file.facts.values[parent]!;
    if (fact.kind === 'call' && fact.args.includes(id) && namesOfChain({ file, id: fact.callee }).some((name) => RUNS.test(name))) return true;
  }
  return false;
}

/** Does the write name a transaction, on the way to it or among what it is given? */
function hasHandle({ value: { file }, top }: Place): boolean {
  if (namesOfChain({ file, id: top }).some((name) => HANDLE.test(name))) return true;
  return argumentsOf(file, top).some((id) => {
    const fact = file.facts.values[id]!;
    if (fact.kind === 'reference') return HANDLE.test(fact.name) || isGivenOptions(file, id);
    return fact.kind === 'object' && fact.properties.some(({ name, value, kind }) => (name !== null && OPTION.test(name)) || (kind === 'spread' && isGivenOptions(file, value)));
  });
}

/** Options that a caller hands in may hold a transaction. */
function isGivenOptions(file: LinkedFile, id: ValueId): boolean {
  const fact = file.facts.values[id]!;
  return fact.kind === 'reference' && fact.binding !== NONE && file.facts.bindings[fact.binding]!.kind === 'parameter' && OPTIONS.test(fact.name);
}

function argumentsOf(file: LinkedFile, top: ValueId): ValueId[] {
  const fact = file.facts.values[top]!;
  if (fact.kind === 'call') return [...fact.args, ...argumentsOf(file, fact.callee)];
  return fact.kind === 'member' ? argumentsOf(file, fact.object) : [];
}

/** The place of the parameter that the chain begins with: `db` in `db.user.create`, where the function around takes `db`. */
function parameterBelow({ value: { file }, top, function: around }: Place): { index: number; name: string } | null {
  let id = top;
  for (let fact = file.facts.values[id]!; fact.kind === 'member' || fact.kind === 'call'; fact = file.facts.values[id]!) id = fact.kind === 'call' ? fact.callee : fact.object;
  const base = file.facts.values[id]!;
  if (base.kind !== 'reference' || base.binding === NONE || SURROUNDINGS.test(base.name)) return null;
  const binding = file.facts.bindings[base.binding]!;
  const { parameters } = file.facts.functions[around]!;
  const own = parameters.findIndex((parameter) => parameter.binding === base.binding);
  if (own !== -1) return { index: own, name: base.name };
  const taken = parameters.findIndex(({ value }) => binding.writes.some((write) => isMemberOf(file, write.value, value)));
  return taken === -1 || !inExtent(binding.start, file.facts.functions[around]!) ? null : { index: taken, name: base.name };
}

/** `{ db }` of a parameter that is taken apart. */
function isMemberOf(file: LinkedFile, value: ValueId, parameter: ValueId): boolean {
  const fact = file.facts.values[value]!;
  return (fact.kind === 'member' && fact.object === parameter) || (fact.kind === 'logical' && isMemberOf(file, fact.left, parameter));
}

/** Does every caller hand in what the whole service shares: something of a module, of `this`, of the request's surroundings? */
function isPlainConnection(file: LinkedFile, id: FunctionId, { index, name }: { index: number; name: string }, program: Program): boolean {
  const callers = program.callersOf({ file, id });
  if (callers.length === 0 || callers.length > MAXIMUM_CALLERS) return false;
  return callers.every((caller) => {
    const fact = program.fact(caller);
    const argument = fact.kind === 'call' ? fact.args[index] : undefined;
    return argument !== undefined && isShared(caller.file, argument, name, 0);
  });
}

function isShared(file: LinkedFile, id: ValueId, name: string, depth: number): boolean {
  const fact = file.facts.values[id]!;
  if (fact.kind === 'object') {
    const property = fact.properties.find((each) => each.name === name);
    return property !== undefined && isShared(file, property.value, name, depth + 1);
  }
  if (namesOfChain({ file, id }).some((each) => HANDLE.test(each))) return false;
  if (fact.kind === 'member') return true;
  if (fact.kind !== 'reference' || fact.binding === NONE || depth > MAXIMUM_DEPTH) return false;
  const binding = file.facts.bindings[fact.binding]!;
  if (binding.function === 0 || binding.kind === 'import') return true;
  return binding.writes.length > 0 && binding.writes.every(({ value }) => isShared(file, value, name, depth + 1));
}
