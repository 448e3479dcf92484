/**
 * What a program adds to a thing of a library: `userSchema.statics.findByMail = function () { … }` and
 * `userSchema.static('findByMail', function () { … })` make a method of the model.
 */
import type { Entity, FunctionRef } from '../../contracts/program.js';
import { callPath } from '../api-path.js';
import { type FileValue, indexed, type Linking } from '../linking.js';
import { writesNamed } from '../trace/writes.js';
import { type NamingCall, type NamingCalls, namingCall, namingCallsOf } from './naming-calls.js';

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
  const called = call !== null && isAdding(call) && call.value.id === own ? link.resolve(call.callee).map((entity) => (entity.kind === 'api' ? callPath(entity.path) : '')) : [];
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
  return call !== null && isAdding(call) && call.value.id === value && link.models.extensions.calls.has(call.method) ? [call.name] : [];
}

const tables = new WeakMap<Linking, NamingCalls>();

/** Calls that add a function under this name, in file and source order. */
function callsNaming(link: Linking, name: string): readonly NamingCall[] {
  let table = tables.get(link);
  if (table === undefined) tables.set(link, (table = namingCallsOf(link, link.models.extensions.calls)));
  return (table.get(name) ?? []).filter(isAdding);
}

/** It is given the name and the function, and nothing else. */
function isAdding({ count }: NamingCall): boolean {
  return count === 2;
}
