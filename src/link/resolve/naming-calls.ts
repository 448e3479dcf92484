/** Calls of a method that hang something under a name on what they are made on: `schema.static('byName', fn)`, `app.decorate('db', knex(…))`. */
import { append } from '../../contracts/multimap.js';
import { type FileValue, type Linking, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';

export interface NamingCall {
  name: string;
  /** The method, and what it is called on. */
  callee: FileValue;
  method: string;
  object: FileValue;
  value: FileValue;
  /** Of arguments. */
  count: number;
}

export type NamingCalls = ReadonlyMap<string, readonly NamingCall[]>;

/** Such calls in the whole program by the name that they give, in file and source order. */
export function namingCallsOf(link: Linking, methods: ReadonlySet<string>): NamingCalls {
  const table = new Map<string, NamingCall[]>();
  for (const file of methods.size === 0 ? [] : link.files.values()) {
    for (const id of file.facts.calls) {
      const found = namingCall({ file, id });
      if (found === null || !methods.has(found.method)) continue;
      append(table, found.name, found);
    }
  }
  return table;
}

/** A call of a method that is given a name and a value, or null. */
export function namingCall(call: FileValue): NamingCall | null {
  const fact = factOf(call);
  const callee = fact.kind === 'call' && fact.args.length > 1 ? factOf(sibling(call, fact.callee)) : null;
  if (fact.kind !== 'call' || callee?.kind !== 'member' || callee.name === null) return null;
  const name = factOf(sibling(call, fact.args[0]!));
  if (name.kind !== 'literal' || typeof name.value !== 'string') return null;
  return { name: name.value, callee: sibling(call, fact.callee), method: callee.name, object: sibling(call, callee.object), value: sibling(call, fact.args[1]!), count: fact.args.length };
}
