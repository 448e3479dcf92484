/** `this.name` by class and name, in one file. Made once, on first use. */
import { append } from '../../contracts/multimap.js';
import type { ClassId, ValueId } from '../../contracts/facts.js';
import type { IndexedFile } from '../indexed-file.js';

export interface ThisMembers {
  /** Reads and writes of the name on `this` in the class, in source order. */
  of(owner: ClassId, name: string): readonly ValueId[];
}

const tables = new WeakMap<IndexedFile, ThisMembers>();

export function thisMembers(file: IndexedFile): ThisMembers {
  let known = tables.get(file);
  if (known === undefined) tables.set(file, (known = collect(file)));
  return known;
}

function collect({ facts: { values } }: IndexedFile): ThisMembers {
  const table = new Map<string, ValueId[]>();
  values.forEach((fact, id) => {
    const object = fact.kind === 'member' && fact.name !== null ? values[fact.object] : undefined;
    if (fact.kind !== 'member' || object?.kind !== 'this') return;
    const key = `${object.class} ${fact.name!}`;
    append(table, key, id);
  });
  return { of: (owner, name) => table.get(`${owner} ${name}`) ?? [] };
}
