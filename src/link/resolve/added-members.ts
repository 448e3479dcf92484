/**
 * What a program adds to a thing of a library: `userSchema.statics.findByMail = function () { … }` and
 * `userSchema.static('findByMail', function () { … })` make a method of the model.
 */
import type { Entity, FunctionRef } from '../../contracts/program.js';
import { callPath } from '../api-path.js';
import { type FileValue, indexed, type Linking, sibling } from '../linking.js';
import { writesNamed } from '../trace/writes.js';
import { factOf } from '../value-graph.js';

/** The functions of this name that the program adds to the thing, in file order; empty for nearly all. */
export function addedMembers(link: Linking, path: string, name: string): readonly Entity[] {
  const holders = link.models.extensions.holdersOf(path);
  if (holders === undefined) return [];
  const written = writesNamed(link, name).filter(({ object }) => link.resolve(object).some((entity) => entity.kind === 'api' && holders.includes(entity.path)));
  const called = callsNaming(link, name).filter(({ callee }) => link.resolve(callee).some((entity) => entity.kind === 'api' && holders.includes(callPath(entity.path))));
  return [...written, ...called].flatMap(({ value }) => link.resolve(value).filter((entity) => entity.kind === 'function'));
}

/** What `this` is in a function that the program adds: the thing that is extended. */
export function extendedThing(link: Linking, callee: FunctionRef): readonly Entity[] {
  const { file } = indexed({ file: callee.file, id: 0 });
  const own = file.valueOfFunction(callee.id);
  if (own < 0) return [];
  const written = file.memberWritesWith(own).flatMap((write) => link.resolve({ file, id: write.object })).map((entity) => (entity.kind === 'api' ? entity.path : ''));
  const around = file.parentOf(own);
  const call = around < 0 ? null : namingCall({ file, id: around });
  const called = call?.value.id === own ? link.resolve(call.callee).map((entity) => (entity.kind === 'api' ? callPath(entity.path) : '')) : [];
  for (const holder of [...written, ...called]) {
    const path = link.models.extensions.extendedBy(holder);
    if (path !== null) return [{ kind: 'api', path, created: null }];
  }
  return [];
}

/** The name under which a call adds the function: `byName` in `schema.static('byName', function () { … })`. */
export function namesGiven(link: Linking, file: FileValue['file'], value: number): string[] {
  const around = value < 0 ? -1 : file.parentOf(value);
  const call = around < 0 ? null : namingCall({ file, id: around });
  return call?.value.id === value && link.models.extensions.calls.has(writtenNameOf(call.callee)) ? [call.name] : [];
}

function writtenNameOf(callee: FileValue): string {
  const fact = factOf(callee);
  return fact.kind === 'member' ? (fact.name ?? '') : '';
}

/** `schema.static('byName', function () { … })`. */
interface NamingCall {
  name: string;
  callee: FileValue;
  value: FileValue;
}

const tables = new WeakMap<Linking, ReadonlyMap<string, readonly NamingCall[]>>();

/** Calls of a member that are given this name and a value, in file and source order; those of members that nothing is added by are left out. */
function callsNaming(link: Linking, name: string): readonly NamingCall[] {
  let table = tables.get(link);
  if (table === undefined) tables.set(link, (table = tableOf(link)));
  return table.get(name) ?? [];
}

function tableOf(link: Linking): ReadonlyMap<string, readonly NamingCall[]> {
  const table = new Map<string, NamingCall[]>();
  const adding = link.models.extensions.calls;
  for (const file of adding.size === 0 ? [] : link.files.values()) {
    for (const id of file.facts.calls) {
      const found = namingCall({ file, id });
      if (found === null || !adding.has(writtenNameOf(found.callee))) continue;
      table.set(found.name, [...(table.get(found.name) ?? []), found]);
    }
  }
  return table;
}

function namingCall(call: FileValue): NamingCall | null {
  const fact = factOf(call);
  if (fact.kind !== 'call' || fact.args.length !== 2 || fact.callee < 0) return null;
  const [named, value] = fact.args.map((argument) => sibling(call, argument));
  const text = factOf(named!);
  return text.kind === 'literal' && typeof text.value === 'string' ? { name: text.value, callee: sibling(call, fact.callee), value: value! } : null;
}
