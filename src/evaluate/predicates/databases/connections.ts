/** `connections.*`: is a client or pool made for one request alone, or kept for the next? */
import { NONE } from '../../../contracts/facts.js';
import type { FunctionId, ValueFact, ValueId } from '../../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import { usesIn } from '../../file-uses.js';
import { functionAround } from '../../reach/reach.js';
import { wayFromMiddleware, wayFromRoute } from '../../reach/request-reach.js';
import type { Predicate } from '../index.js';

const MAX_CALLERS = 24;
const MAX_RETURNS = 3;
const MAX_CLIMB = 12;
/** Methods that put a value into a collection which outlives the call. */
const STORES = /^(?:set|push|add|put|store|register|unshift|provide|decorate|use)$/;
/** Methods that give back what they are called on, or a promise of it. */
const GIVES_ON = /^(?:connect|initialize|on|once|then|catch|promise|\$extends)$/;
/** Methods that end a connection. */
export const CLOSES = /^(?:end|close|quit|disconnect|\$disconnect|destroy|release|terminate)$/;
/** Options that name the server. */
const TARGETS: readonly string[] = ['connectionString', 'uri', 'url', 'host'];
/** Methods whose result is a part of the connection: a database, a model (mongoose, MongoDB's driver, Sequelize). */
const PARTS = /^(?:db|model|collection|define|useDb)$/;
/** Functions that run what they are given once and keep what it gives. */
const KEEPS = /once|memo|singleton|lazy|cache/i;

/** Does the handler of a route, or what runs before one, reach the function in which it is made? The way is given as related locations. */
export const perRequest: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const around = functionAround(value);
  const way = around.id === 0 ? null : (wayFromRoute(program, around) ?? wayFromMiddleware(program, around));
  return way === null ? NO : yes({ related: way, reason: 'a request reaches it' });
};

/** Is it kept where a later request finds it: in a variable outside, a property, a collection, a function that runs once? */
export const heldForLater: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const kept = keptAt(value, program, 0);
  if (kept === 'open') return unknown('whether it is kept by what it is given to');
  return kept === 'kept' ? yes({ reason: 'it is kept for later requests' }) : NO;
};

/** Is it closed in the function that makes it, which no request reaches? A script's own: nobody waits for it, and it stands idle for nobody. */
export const oneShot: Predicate = (site, operand, evaluation) => {
  const { value } = site;
  const around = value === null ? 0 : value.file.functionAt(evaluation.program.fact(value).start);
  if (value === null || around === 0 || perRequest(site, operand, evaluation) !== NO) return NO;
  const { file } = value;
  const holders = holdersOf(value, evaluation.program).flatMap((id) => usesIn(file).bindingsOf(id));
  return answerOf(holders.some((binding) => file.facts.bindings[binding]!.uses.some((use) => file.functionAt(file.facts.values[use]!.start) === around && isClosed(file, use))));
};

/** Does somebody else say to which server it goes: a request, a stored setting, a caller that nobody shows? Then one client for all cannot be. */
export const chosenTarget: Predicate = ({ role }, _operand, { program }) => {
  const inputs = role === null ? [] : ['options', 'url'].flatMap((name) => program.argument(role, name) ?? []);
  const targets = inputs.flatMap((input) => TARGETS.map((name) => program.property(input, [name])).flatMap((found) => (found.kind === 'found' ? found.values : [])));
  const traces = [...inputs, ...targets].map((input) => program.trace(input, { sink: 'origin' }));
  const open = traces.some(({ origins, truncated }) => truncated || origins.some(({ kind }) => kind === 'request' || kind === 'parameter' || kind === 'datastore'));
  return open ? unknown('to which server it goes') : NO;
};

type Kept = 'kept' | 'open' | 'dropped';

/** @param isThen what the caller gets is what a callback of `then` made of it */
function keptAt(value: ValueRef, program: Program, returns: number, isThen = false): Kept {
  const { file } = value;
  const around = file.functionAt(program.fact(value).start);
  if (around === 0) return 'kept';
  if (runsOnce(file, around, program)) return 'kept';
  const uses = usesIn(file);
  const holders = holdersOf(value, program);
  const held = heldIn(value, program);
  if (held.outlives || held.values.some((id) => uses.writtenTo(id).length > 0 || isStored(file, id))) return 'kept';
  const given = held.values;
  const returned = given.find((id) => uses.returnedBy(id).length > 0);
  if (returned !== undefined) return keptByCallers(file, around, program, returns, isThen || callsThen(file, returned));
  const taken = isThen ? [] : holders.flatMap((id) => takenByCallback(file, id));
  if (taken.some((id) => isHandedOn(file, id, program)) && !taken.some((id) => isClosed(file, id))) return 'open';
  // What it is handed to may keep it, unless it is closed before the function is left.
  return given.some((id) => isHandedOn(file, id, program)) && !given.some((id) => file.functionAt(file.facts.values[id]!.start) === around && isClosed(file, id)) ? 'open' : 'dropped';
}

/** The values of its function that are the client, hold it, or are a part of it, through names and what is made of it; does a name outside the function hold one? */
function heldIn(value: ValueRef, program: Program): { values: ValueId[]; outlives: boolean } {
  const { file } = value;
  const uses = usesIn(file);
  const around = file.functionAt(program.fact(value).start);
  const values = new Set<ValueId>([value.id]);
  let outlives = false;
  for (const id of values) {
    for (const each of [...containersOf(file, id, program), ...partsOf(file, id)]) values.add(each);
    for (const binding of uses.bindingsOf(id).map((held) => file.facts.bindings[held]!)) {
      if (binding.function !== around) outlives = true;
      else binding.uses.forEach((use) => values.add(use));
    }
  }
  return { values: [...values], outlives };
}

/** `connection.model(…)`: what keeps the part keeps the connection. */
function partsOf(file: LinkedFile, id: ValueId): ValueId[] {
  const member = file.facts.values[file.parentOf(id)];
  const call = member?.kind === 'member' && member.object === id && member.name !== null && PARTS.test(member.name) ? file.parentOf(file.parentOf(id)) : NONE;
  return call !== NONE && file.facts.values[call]!.kind === 'call' ? [call] : [];
}

/** The function gives it back: kept when any caller keeps it, open when nobody is seen to call or the way is long. */
function keptByCallers(file: LinkedFile, around: FunctionId, program: Program, returns: number, isThen: boolean): Kept {
  const callers = returns >= MAX_RETURNS ? [] : program.callersOf({ file, id: around });
  if (callers.length === 0 || callers.length > MAX_CALLERS) return 'open';
  const kept = callers.map((caller) => keptAt(caller, program, returns + 1, isThen));
  return kept.includes('kept') ? 'kept' : kept.includes('open') ? 'open' : 'dropped';
}

/** The value and the expressions that stand for it: awaited, cast, chosen between, part of what is made of it. */
export function holdersOf({ file, id }: ValueRef, program: Program): ValueId[] {
  return [id, ...containersOf(file, id, program)];
}

function containersOf(file: LinkedFile, start: ValueId, program: Program): ValueId[] {
  const found: ValueId[] = [];
  for (let id = start, steps = 0; steps < MAX_CLIMB; steps += 1) {
    const parent = file.parentOf(id);
    if (parent === NONE || !(contains(file, file.facts.values[parent]!, id) || wraps(file, parent, id, program))) break;
    found.push(parent);
    id = parent;
  }
  return found;
}

/** Does the expression give its operand on? `new PrismaClient({ adapter })` holds its adapter; `query(client)` does not give it back. */
function contains(file: LinkedFile, fact: ValueFact, id: ValueId): boolean {
  if (fact.kind === 'call') return (fact.isNew && fact.args.includes(id)) || (fact.callee === id && file.facts.values[id]!.kind === 'member');
  if (fact.kind === 'member') return fact.object === id && fact.name !== null && GIVES_ON.test(fact.name);
  return fact.kind === 'await' || fact.kind === 'cast' || fact.kind === 'logical' || fact.kind === 'conditional' || fact.kind === 'object' || fact.kind === 'array' || fact.kind === 'binary';
}

/** `drizzle(client)`: what the library makes of a client stands for it. */
function wraps(file: LinkedFile, call: ValueId, id: ValueId, program: Program): boolean {
  const fact = file.facts.values[call]!;
  return fact.kind === 'call' && fact.args.includes(id) && program.rolesAt({ file, id: call }).some(({ role }) => role === 'db.pool.create');
}

function callsThen(file: LinkedFile, id: ValueId): boolean {
  const fact = file.facts.values[id]!;
  const callee = fact.kind === 'call' ? file.facts.values[fact.callee]! : null;
  return callee?.kind === 'member' && (callee.name === 'then' || callsThen(file, callee.object));
}

/** The uses of `client` in `connect().then((client) => …)`. */
function takenByCallback(file: LinkedFile, id: ValueId): readonly ValueId[] {
  const member = file.facts.values[file.parentOf(id)];
  const call = member?.kind === 'member' && member.name === 'then' && member.object === id ? file.facts.values[file.parentOf(file.parentOf(id))] : undefined;
  const callback = call?.kind === 'call' && call.args[0] !== undefined ? file.facts.values[call.args[0]] : undefined;
  const parameter = callback?.kind === 'function' ? file.facts.functions[callback.function]?.parameters[0] : undefined;
  return parameter === undefined || parameter.binding === NONE ? [] : file.facts.bindings[parameter.binding]!.uses;
}

/** Is it an argument of a call: `track(client)`? Not of one whose result stands for it and is held in turn (`const db = new Kysely({ dialect })`). */
function isHandedOn(file: LinkedFile, id: ValueId, program: Program): boolean {
  const parent = file.parentOf(id);
  const fact = parent === NONE ? undefined : file.facts.values[parent]!;
  if (fact?.kind !== 'call' || !fact.args.includes(id)) return false;
  if (!fact.isNew && !wraps(file, parent, id, program)) return true;
  return ![parent, ...containersOf(file, parent, program)].some((each) => usesIn(file).bindingsOf(each).length > 0);
}

/** Is it ended: `client.end()`? */
export function isClosed(file: LinkedFile, id: ValueId): boolean {
  const parent = file.parentOf(id);
  const fact = parent === NONE ? undefined : file.facts.values[parent]!;
  return fact?.kind === 'member' && fact.name !== null && CLOSES.test(fact.name);
}

/** Is it put into a collection: `pools.set(key, pool)`? */
function isStored(file: LinkedFile, id: ValueId): boolean {
  const parent = file.parentOf(id);
  const fact = parent === NONE ? undefined : file.facts.values[parent]!;
  if (fact?.kind !== 'call' || !fact.args.includes(id)) return false;
  const callee = file.facts.values[fact.callee]!;
  return callee.kind === 'member' && callee.name !== null && STORES.test(callee.name);
}

/** Is the function, or one around it, given to something that runs it once (`once(() => new Pool())`)? */
function runsOnce(file: LinkedFile, around: FunctionId, program: Program): boolean {
  for (let id = around; id > 0; id = file.facts.functions[id]!.parent) {
    const held = usesIn(file).valueOfFunction(id);
    const parent = held === -1 ? NONE : file.parentOf(held);
    const fact = parent === NONE ? undefined : file.facts.values[parent]!;
    if (fact?.kind === 'call' && fact.args.includes(held) && KEEPS.test(program.describe({ file, id: fact.callee }))) return true;
  }
  return false;
}
