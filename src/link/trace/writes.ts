/** Assignments to properties, by the property's name, in all of the program. Made once, on first use. */
import type { FileValue, Linking } from '../linking.js';

/** More assignments to a name than these are not told apart. */
const MAXIMUM_WRITES = 120;

export interface PropertyWrite {
  object: FileValue;
  value: FileValue;
}

const tables = new WeakMap<Linking, Map<string, PropertyWrite[]>>();

/** In file and source order; those to `this` are left out, as the class knows them. */
export function writesNamed(link: Linking, name: string): readonly PropertyWrite[] {
  let table = tables.get(link);
  if (table === undefined) tables.set(link, (table = writeTable(link)));
  return table.get(name) ?? [];
}

function writeTable(link: Linking): Map<string, PropertyWrite[]> {
  const table = new Map<string, PropertyWrite[]>();
  for (const file of link.files.values()) {
    for (const { object, name, value } of file.facts.memberWrites) {
      if (name === null || file.facts.values[object]?.kind === 'this') continue;
      const list = table.get(name);
      const write = { object: { file, id: object }, value: { file, id: value } };
      if (list === undefined) table.set(name, [write]);
      else if (list.length < MAXIMUM_WRITES) list.push(write);
    }
  }
  return table;
}
