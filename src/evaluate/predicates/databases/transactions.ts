/** `transaction.*`: transactions that stay open where the code that began them fails, and queries that stand beside the transaction they were meant for. */
import { NONE } from '../../../contracts/facts.js';
import type { BindingId, ValueId } from '../../../contracts/facts.js';
import type { FunctionRef, Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { NO, unknown, yes } from '../../answer.js';
import { libraryOf } from '../../names/api-package.js';
import { topOfChain } from '../../file-uses.js';
import { functionAround, usesInFunctions, withInner } from '../../reach/reach.js';
import { wayFromRoute } from '../../reach/request-reach.js';
import { fateOf, fateOfHeld } from '../../ways/fate.js';
import type { Fate } from '../../ways/fate.js';
import { functionAt } from '../../ways/held.js';
import type { Held } from '../../ways/held.js';
import { whenLeft } from './connection-leaks.js';
import type { Predicate } from '../index.js';

/** `ROLLBACK TO` a savepoint ends nothing. */
const ENDS = /^\s*(?:commit|end|abort|rollback(?!\s+to\b))\b/i;
const WRITES = /^\s*(?:insert|update|delete|merge|replace)\b/i;
const QUERIES = ['orm.query', 'orm.query.unresolved', 'orm.write', 'orm.write.unresolved', 'sql.execute'];
const STATEMENT_METHODS = 'end destroy';

/** Is the transaction open on some way out? The message's `{source}` says on which. */
export const leftOpen: Predicate = ({ value, role }, _operand, { program }) => {
  if (value === null || role === null) return NO;
  const methods = String(role.entry.attributes['ended-by'] ?? STATEMENT_METHODS).split(' ');
  const closes = (call: ValueRef, name: string) => methods.includes(name) || endsByStatement(call, program) || isDiscarded(call, name);
  const held = role.entry.attributes['keeps'] === 'result' ? null : heldByReceiver(value, program);
  if (held === 'elsewhere') return unknown('where the transaction is ended');
  const fate = held === null ? fateOf(value, { closes }, program) : fateOfHeld(held, { closes }, program);
  if (fate.kind === 'closed') return NO;
  // A function that only begins one leaves the rest to others.
  if (fate.kind === 'unknown' || (held !== null && fate.how === 'never')) return unknown('where the transaction is ended');
  return yes({ values: { source: whenLeft(fate, program) }, related: relatedOf(value, fate, program) });
};

function relatedOf(value: ValueRef, fate: Fate & { kind: 'leak' }, program: Program) {
  const way = wayFromRoute(program, functionAround(value)) ?? [];
  return [...way, ...(fate.at === null ? [] : [{ location: program.location(fate.at), text: 'leaves the transaction open' }])];
}

/** `client.query('COMMIT')`. */
function endsByStatement(call: ValueRef, program: Program): boolean {
  return program.rolesAt(call).some((site) => {
    const statement = site.role === 'sql.execute' ? program.argument(site, 'statement') : null;
    const texts = statement === null ? null : program.constants(statement);
    return texts !== null && texts.some((text) => typeof text === 'string' && ENDS.test(text));
  });
}

/** `client.release(error)`: the connection is closed, not given back. */
function isDiscarded({ file, id }: ValueRef, name: string): boolean {
  const fact = file.facts.values[id]!;
  return name === 'release' && fact.kind === 'call' && fact.args.length > 0;
}

/** The connection on which it is begun, from then on. */
function heldByReceiver(call: ValueRef, program: Program): Held | 'elsewhere' {
  const { file } = call;
  const fact = program.fact(call);
  const callee = fact.kind === 'call' ? file.facts.values[fact.callee]! : undefined;
  const object = callee?.kind === 'member' ? file.facts.values[callee.object]! : undefined;
  if (fact.kind !== 'call' || object?.kind !== 'reference' || object.binding === NONE) return 'elsewhere';
  const around = file.functionAt(fact.start);
  if (around === 0) return 'elsewhere';
  const common = { file, bindings: [object.binding], closers: [], owners: [] };
  const callback = functionAt({ file, id: fact.args.at(-1) ?? NONE });
  if (callback !== NONE) {
    const error = file.facts.functions[callback]!.parameters[0]?.binding ?? NONE;
    return { ...common, function: callback, failures: error === NONE ? [] : [error], opensAt: null };
  }
  let outermost = call.id;
  for (let id = file.parentOf(outermost); id !== NONE && file.facts.values[id]!.kind === 'await'; id = file.parentOf(id)) outermost = id;
  return { ...common, function: around, failures: [], opensAt: { at: file.facts.values[outermost]!.end, value: outermost } };
}

/** Is it begun on a pool? The next statement may run on another connection. */
export const onPool: Predicate = ({ role }, _operand, { program }) => {
  if (role === null || role.created === null || !/Pool#|createPool\(\)#/.test(role.path)) return NO;
  return program.rolesAt(role.created).some((site) => site.role === 'db.pool.create') ? yes() : NO;
};

/** Does the function of a transaction write through something else than the transaction? The message's `{source}` names the first such query. */
export const besides: Predicate = ({ role }, operand, { program }) => {
  const callback = role === null ? null : callbackOf(role, program);
  if (role === null || callback === null) return NO;
  const inside = insideOf(callback, role, program);
  const outer = usesInFunctions(program, withInner(callback), QUERIES).filter((query) => {
    if (query.confidence === 'low' || (operand === 'writes') !== isWrite(query, program)) return false;
    return isBeside(query, { role, callback, inside }, program);
  });
  const [first] = outer;
  if (first === undefined) return NO;
  return yes({
    values: { source: `${program.describe(calleeOf(first.value, program))} in line ${program.location(first.value).line}` },
    related: outer.map(({ value }) => ({ location: program.location(value), text: 'runs on a connection of its own' })),
  });
};

function isWrite(query: RoleSite, program: Program): boolean {
  const statement = query.role === 'sql.execute' ? program.argument(query, 'statement') : null;
  if (query.role !== 'sql.execute') return query.role.startsWith('orm.write');
  const texts = statement === null ? null : program.constants(statement);
  return texts !== null && texts.some((text) => typeof text === 'string' && WRITES.test(text));
}

function callbackOf(role: RoleSite, program: Program): FunctionRef | null {
  const callback = program.argument(role, 'callback');
  const id = callback === null ? NONE : functionAt(callback);
  return callback === null || id === NONE ? null : { file: callback.file, id };
}

interface Transaction {
  role: RoleSite;
  callback: FunctionRef;
  /** Names that stand for the transaction or are made of it. */
  inside: ReadonlySet<BindingId>;
}

/** The callback's parameters, the session that runs it, and what is assigned something that mentions these. */
function insideOf(callback: FunctionRef, role: RoleSite, program: Program): ReadonlySet<BindingId> {
  const { facts } = callback.file;
  const receiver = facts.values[baseOf(calleeOf(role.value, program))]!;
  const inside = new Set(facts.functions[callback.id]!.parameters.flatMap(({ binding }) => (binding === NONE ? [] : [binding])));
  if (role.entry.attributes['handle'] === 'option' && receiver.kind === 'reference' && role.value.file === callback.file) inside.add(receiver.binding);
  const { start, end } = facts.functions[callback.id]!;
  facts.bindings.forEach((binding, id) => {
    if (binding.start < start || binding.start >= end) return;
    if (binding.writes.some(({ value }) => mentions(callback, value, inside))) inside.add(id);
  });
  return inside;
}

function isBeside(site: RoleSite, { role, callback, inside }: Transaction, program: Program): boolean {
  const query = site.value;
  const { file } = query;
  const fact = file.facts.values[query.id]!;
  const { start, end } = file.facts.functions[callback.id]!;
  if (fact.start < start || fact.end > end || mentions(callback, topOfChain(query), inside) || isHandedInto(topOfChain(query), callback, inside)) return false;
  if (role.entry.attributes['handle'] === 'option') return libraryOf(site.path) === libraryOf(role.path) && !givesOptionsOn(query, callback);
  const base = file.facts.values[baseOf(calleeOf(query, program))]!;
  if (base.kind === 'reference' && base.binding !== NONE && within(file.facts.bindings[base.binding]!.start, start, end)) return false;
  const handle = program.describe(calleeOf(role.value, program)).replace(/[.#][^.#]*$/, '');
  return program.describe(calleeOf(query, program)).startsWith(`${handle}.`);
}

/** `trx.with('moved', db('tasks').update(…))`: it runs as a part of what it is handed to. */
function isHandedInto(query: ValueId, callback: FunctionRef, inside: ReadonlySet<BindingId>): boolean {
  const { file } = callback;
  const id = file.parentOf(query);
  const call = file.facts.values[id];
  if (call?.kind !== 'call' || !call.args.includes(query)) return false;
  const base = file.facts.values[baseOf({ file, id: call.callee })];
  return base?.kind === 'reference' && (inside.has(base.binding) || isHandedInto(topOfChain({ file, id }), callback, inside));
}

/** Options that come as a parameter of a function around may hold the transaction of somebody else. */
function givesOptionsOn({ file, id }: ValueRef, callback: FunctionRef): boolean {
  const fact = file.facts.values[id]!;
  const last = fact.kind === 'call' ? file.facts.values[fact.args.at(-1) ?? NONE] : undefined;
  return last?.kind === 'reference' && last.binding !== NONE && !within(file.facts.bindings[last.binding]!.start, file.facts.functions[callback.id]!.start, file.facts.functions[callback.id]!.end);
}

function within(offset: number, start: number, end: number): boolean {
  return offset >= start && offset < end;
}

/** Does the text of a value mention one of these names? */
function mentions({ file }: FunctionRef, value: ValueId, names: ReadonlySet<BindingId>): boolean {
  const { start, end } = file.facts.values[value]!;
  return [...names].some((name) => file.facts.bindings[name]!.uses.some((use) => within(file.facts.values[use]!.start, start, end)));
}

function calleeOf({ file, id }: ValueRef, program: Program): ValueRef {
  const fact = program.fact({ file, id });
  if (fact.kind === 'call') return { file, id: fact.callee };
  return { file, id: fact.kind === 'template' && fact.tag !== NONE ? fact.tag : id };
}

/** `prisma` of `prisma.user.create`. */
function baseOf({ file, id }: ValueRef): ValueId {
  const fact = file.facts.values[id]!;
  if (fact.kind === 'member') return baseOf({ file, id: fact.object });
  return fact.kind === 'call' ? baseOf({ file, id: fact.callee }) : id;
}
