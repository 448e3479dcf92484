/** What a program hangs on an application by a call: `app.decorate('db', knex(…))` makes `app.db`. */
import type { Entity } from '../../contracts/program.js';
import type { Linking } from '../linking.js';
import { type NamingCalls, namingCallsOf } from './naming-calls.js';

/** More decorations of one name than these are not told apart. */
const MAXIMUM_DECORATIONS = 12;

interface Decorations {
  /** Paths of things that can be decorated, with the methods that do it, as models tell (`http.decorate`). */
  methods: ReadonlyMap<string, ReadonlySet<string>>;
  byName: NamingCalls;
}

const TABLES = new WeakMap<Linking, Decorations>();

/** What the member of this name is by a decoration of the thing, in file order; empty for nearly all. */
export function decoratedMembers(link: Linking, path: string, name: string): readonly Entity[] {
  const table = decorationsOf(link);
  const methods = table.methods.get(path);
  const decorations = methods === undefined ? undefined : table.byName.get(name);
  if (methods === undefined || decorations === undefined) return [];
  return decorations.slice(0, MAXIMUM_DECORATIONS).flatMap(({ object, method, value }) => {
    const isDecorated = methods.has(method) && link.resolve(object).some((entity) => entity.kind === 'api' && entity.path === path);
    return isDecorated ? link.resolve(value).filter((entity) => entity.kind !== 'unknown') : [];
  });
}

/** Does the program hang something of this name on an application? */
export function isDecorationName(link: Linking, name: string): boolean {
  return decorationsOf(link).byName.has(name);
}

function decorationsOf(link: Linking): Decorations {
  let table = TABLES.get(link);
  if (table === undefined) TABLES.set(link, (table = tableOf(link)));
  return table;
}

function tableOf(link: Linking): Decorations {
  const methods = new Map<string, Set<string>>();
  for (const path of link.models.entriesOf('http.decorate').flatMap((entry) => entry.paths)) {
    const at = path.lastIndexOf('#');
    const owner = path.slice(0, at);
    methods.set(owner, (methods.get(owner) ?? new Set()).add(path.slice(at + 1)));
  }
  return { methods, byName: namingCallsOf(link, new Set([...methods.values()].flatMap((each) => [...each]))) };
}
