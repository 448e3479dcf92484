/** `connections.errors-heard`: does something listen to the errors of the client that the site makes? */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { NO, unknown, yes } from '../../answer.js';
import { keyOf, usesIn } from '../../file-uses.js';
import type { Predicate } from '../index.js';

export const errorsHeard: Predicate = ({ value }, _operand, { program }) => {
  if (value === null) return NO;
  const listener = listenersBy(program).get(keyOf(value));
  if (listener !== undefined) return yes({ related: [{ location: program.location(listener), text: 'listens to its errors' }] });
  return isHandedOn(value, program) ? unknown('whether what it is handed to listens to its errors') : NO;
};

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

/** Given to a constructor or a library's function as it is made: `new PrismaPg(new Pool())`, `new Store({ pool })`. */
function isHandedOn({ file, id }: ValueRef, program: Program): boolean {
  const uses = usesIn(file);
  const places = [id, ...uses.bindingsOf(id).flatMap((binding) => file.facts.bindings[binding]!.uses)];
  return places.some((place) => {
    const outer = file.parentOf(place);
    const isInObject = file.facts.values[outer]?.kind === 'object';
    const [parent, argument] = isInObject ? [file.parentOf(outer), outer] : [outer, place];
    const fact = file.facts.values[parent];
    return fact?.kind === 'call' && fact.args.includes(argument) && program.callees({ file, id: parent }).length === 0;
  });
}
