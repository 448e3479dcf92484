/** `connections.errors-heard`: does something listen to the errors of the client that the site makes? */
import { NONE } from '../../../contracts/facts.js';
import type { ValueId } from '../../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { NO, unknown, yes } from '../../answer.js';
import { keyOf, usesIn } from '../../file-uses.js';
import type { Predicate } from '../index.js';

export const errorsHeard: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const listener = listenersBy(program).get(keyOf(value));
  if (listener !== undefined) return yes({ related: [{ location: program.location(listener), text: 'listens to its errors' }] });
  const places = placesOf(value, program);
  const heard = places.map((id) => eventAt(value.file, id)).filter((event) => event !== null);
  if (heard.includes('error')) return yes({ reason: 'its errors are listened to under the same name' });
  if (heard.includes('any')) return unknown('to which of its events something listens');
  return places.some((id) => isHandedOn({ file: value.file, id }, program)) ? unknown('whether what it is handed to listens to its errors') : NO;
};

/** Where it stands in its file: as it is made, under its names, and in the properties that it is put into, by their text (`self.client`). */
function placesOf({ file, id }: ValueRef, program: Program): ValueId[] {
  const held = [id];
  for (let parent = file.parentOf(id); parent !== NONE && /^(?:cast|await|conditional|logical)$/.test(file.facts.values[parent]!.kind); parent = file.parentOf(parent)) held.push(parent);
  const named = held.flatMap((each) => usesIn(file).bindingsOf(each)).flatMap((binding) => file.facts.bindings[binding]!.uses);
  const written = file.facts.memberWrites.filter((write) => held.includes(write.value) && write.name !== null);
  const texts = new Set(written.map((write) => `${program.describe({ file, id: write.object })}.${write.name}`));
  const members = texts.size === 0 ? [] : file.valuesOfKind('member').filter((member) => texts.has(program.describe({ file, id: member })));
  return [...held, ...named, ...members];
}

/** The event that something listens to there: `error`, another one (null), or one that no constant names. */
function eventAt(file: LinkedFile, id: ValueId): 'error' | 'any' | null {
  const member = file.facts.values[file.parentOf(id)];
  if (member?.kind !== 'member' || member.object !== id || !/^(?:on|once|addListener|prependListener)$/.test(member.name ?? '')) return null;
  const call = file.facts.values[file.parentOf(file.parentOf(id))];
  const event = call?.kind === 'call' && call.args[0] !== undefined ? file.facts.values[call.args[0]] : undefined;
  if (event?.kind !== 'literal') return event === undefined ? null : 'any';
  return event.value === 'error' ? 'error' : null;
}

const LISTENERS = new WeakMap<Program, ReadonlyMap<string, ValueRef>>();

/** Listeners to errors, by everything that what they are called on may come from. */
function listenersBy(program: Program): ReadonlyMap<string, ValueRef> {
  let known = LISTENERS.get(program);
  if (known !== undefined) return known;
  const found = new Map<string, ValueRef>();
  for (const { value } of program.sitesOf('connection.error-listener')) {
    for (const emitter of emittersOf(value, program)) if (!found.has(keyOf(emitter))) found.set(keyOf(emitter), value);
  }
  LISTENERS.set(program, (known = found));
  return known;
}

/** The receiver, through calls that give back what they are called on: `createClient().on('ready', …).on('error', …)`. */
function emittersOf(call: ValueRef, program: Program): ValueRef[] {
  const { file } = call;
  const fact = program.fact(call);
  const callee = fact.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  if (callee?.kind !== 'member') return [];
  const receiver = { file, id: callee.object };
  const made = program.resolve(receiver).flatMap((entity) => ('created' in entity && entity.created !== null ? [entity.created] : []));
  const before = program.fact(receiver);
  const method = before.kind === 'call' ? file.facts.values[before.callee] : undefined;
  const further = method?.kind === 'member' && /^(?:on|once|addListener)$/.test(method.name ?? '') ? emittersOf(receiver, program) : [];
  return [receiver, ...program.sourcesOf(receiver), ...made, ...further];
}

/** Given to a constructor or a library's function there: `new PrismaPg(new Pool())`, `new Store({ pool })`. */
function isHandedOn({ file, id }: ValueRef, program: Program): boolean {
  const outer = file.parentOf(id);
  const isInObject = file.facts.values[outer]?.kind === 'object';
  const [parent, argument] = isInObject ? [file.parentOf(outer), outer] : [outer, id];
  const fact = file.facts.values[parent];
  return fact?.kind === 'call' && fact.args.includes(argument) && program.callees({ file, id: parent }).length === 0;
}
