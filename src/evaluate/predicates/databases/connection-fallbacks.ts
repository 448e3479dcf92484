/** `connections.has-fallback`: is whatever a client of a cache is asked for caught where it is asked? Unknown where nothing is seen to ask. */
import { NONE } from '../../../contracts/facts.js';
import type { Program, ValueRef } from '../../../contracts/program.js';
import { NO, unknown, yes } from '../../answer.js';
import { isCaught } from '../../failures/rejections.js';
import { append } from '../../../contracts/multimap.js';
import { namesOfChain } from '../../dependent-writes/writes.js';
import { keyOf, topOfChain, usesIn } from '../../file-uses.js';
import { functionAround } from '../../reach/reach.js';
import type { Predicate } from '../index.js';

/** Commands that a request asks and waits for. */
const COMMANDS = /^(?:m?get|m?set|setex|psetex|setnx|getset|getdel|getex|del|unlink|exists|expire|ttl|incr|incrby|decr|decrby|h(?:get|set|getall|del|incrby|mget)|z(?:add|range|rem|score|card|revrange)|s(?:add|rem|members|ismember)|[lr](?:push|pop|range)|eval|evalsha|call)$/i;

const MEMO = new WeakMap<Program, ReadonlyMap<string, readonly ValueRef[]>>();

export const hasFallback: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  if (isGivenAway(value, program)) return unknown('what those who get it do');
  const asked = askedOf(program).get(keyOf(value)) ?? [];
  if (asked.length === 0) return unknown('what it is asked for');
  const open = asked.find(({ file, id }) => !isCaught(file, id) && !namesOfChain({ file, id: topOfChain({ file, id }) }).includes('catch'));
  return open === undefined ? yes() : NO;
};

/** Does a function that nobody in sight calls make it and give it back, as that of a library does? */
function isGivenAway(value: ValueRef, program: Program): boolean {
  const { file, id } = value;
  const uses = usesIn(file);
  const around = functionAround(value);
  const places = [id, ...uses.bindingsOf(id).flatMap((binding) => file.facts.bindings[binding]!.uses)];
  return around.id !== 0 && places.some((place) => uses.returnedBy(place).length > 0) && program.callersOf(around).length === 0;
}

/** The commands of each client, by the value that makes it. */
function askedOf(program: Program): ReadonlyMap<string, readonly ValueRef[]> {
  let known = MEMO.get(program);
  if (known === undefined) MEMO.set(program, (known = collect(program)));
  return known;
}

function collect(program: Program): ReadonlyMap<string, readonly ValueRef[]> {
  const found = new Map<string, ValueRef[]>();
  for (const file of program.files.values()) {
    for (const id of file.facts.calls) {
      const call = file.facts.values[id]!;
      const callee = call.kind === 'call' && call.callee !== NONE ? file.facts.values[call.callee]! : undefined;
      if (callee?.kind !== 'member' || !COMMANDS.test(callee.name ?? '')) continue;
      for (const entity of program.resolve({ file, id: callee.object })) {
        if ('created' in entity && entity.created !== null) append(found, keyOf(entity.created), { file, id });
      }
    }
  }
  return found;
}
