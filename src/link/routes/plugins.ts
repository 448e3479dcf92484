/** Functions that are handed to a framework as plugins, and where: `app.register(routes, { prefix })`, also through `fp(…)`. */
import { append } from '../../contracts/multimap.js';
import type { Entity, FunctionRef, RoleSite, ValueRef } from '../../contracts/program.js';
import { handedCall } from '../handed-calls.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { rowsOf } from './tables.js';

const MAXIMUM_DEPTH = 6;

export interface PluginUse {
  /** The registering call. */
  site: RoleSite;
  /** What it is registered on. */
  receiver: FileValue;
  /** The plugin works on that itself, not on an instance of its own. */
  wrapped: boolean;
}

/** What is registered by one call. */
export interface Plugin {
  functions: readonly FunctionRef[];
  wrapped: boolean;
  /** The call that wraps it, or null. */
  wrapper: FileValue | null;
}

export class PluginUses {
  private uses: Map<string, PluginUse[]> | null = null;

  constructor(private readonly link: Linking) {}

  registrationsOf(ref: FunctionRef): readonly PluginUse[] {
    this.uses ??= this.collect();
    return this.uses.get(nameOf(ref)) ?? [];
  }

  /** The value stands in a function that is registered as a plugin. */
  isPlugin(value: ValueRef): boolean {
    const { file } = value;
    const id = file.functionAt(factOf(value).start);
    return this.registrationsOf({ file, id }).length > 0;
  }

  private collect(): Map<string, PluginUse[]> {
    const result = new Map<string, PluginUse[]>();
    for (const site of this.link.sitesOf('http.plugin.register').flatMap((each) => rowsOf(this.link, each, []))) {
      const receiver = receiverOf(site);
      if (receiver === null) continue;
      const { functions, wrapped } = pluginAt(this.link, site);
      for (const ref of functions) {
        append(result, nameOf(ref), { site, receiver, wrapped });
      }
    }
    return result;
  }
}

/** The functions of the program that a registering call is given. */
export function pluginAt(link: Linking, site: RoleSite): Plugin {
  const argument = link.argument(site, 'plugin');
  if (argument === null) return { functions: [], wrapped: false, wrapper: null };
  const plugin = pluginOf(link, indexed(argument), 0);
  // `app.use(routes)`: a function that is handed the application itself.
  return site.entry.attributes['wrapped'] === true ? { ...plugin, wrapped: true } : plugin;
}

function pluginOf(link: Linking, value: FileValue, depth: number): Plugin {
  const functions: FunctionRef[] = [];
  let wrapper: FileValue | null = null;
  let inner: Plugin | null = null;
  for (const entity of link.resolve(value)) {
    // `import('./plugin')` gives the module; the framework takes its default export.
    const targets = entity.kind === 'module' ? link.resolveMember(entity, 'default') : [entity];
    for (const target of [...targets, ...functionsNamed(link, entity)]) {
      if (target.kind === 'function') functions.push(target.ref);
      if (target.kind !== 'api' || target.created === null || depth > MAXIMUM_DEPTH) continue;
      const wrap = link.rolesAt(target.created).find((site) => site.role === 'http.plugin.wrap');
      const wrapped = wrap === undefined ? null : link.argument(wrap, 'plugin');
      if (wrapped === null) continue;
      wrapper = indexed(target.created);
      inner = pluginOf(link, indexed(wrapped), depth + 1);
    }
  }
  const all = [...functions, ...(inner?.functions ?? [])].filter((ref, index, list) => list.findIndex((other) => nameOf(other) === nameOf(ref)) === index);
  return { functions: all, wrapped: inner !== null, wrapper };
}

/** `{ name, register }`, or what holds such a one as its `plugin`. */
function functionsNamed(link: Linking, entity: Entity): readonly Entity[] {
  if (entity.kind !== 'object' && entity.kind !== 'module') return [];
  const holders = [entity, ...link.resolveMember(entity, 'default'), ...link.resolveMember(entity, 'plugin')];
  return holders.flatMap((holder) => (holder.kind === 'object' || holder.kind === 'module' ? link.resolveMember(holder, 'register') : []));
}

export function receiverOf(site: RoleSite): FileValue | null {
  const named = namedBy(site.value);
  const fact = named === null ? null : factOf(named);
  return named !== null && fact?.kind === 'member' ? sibling(named, fact.object) : null;
}

/** The member that a call names: `app.get` in `app.get(…)` and in `app.get.call(app, …)`; null for any other call. */
export function namedBy(value: ValueRef): FileValue | null {
  const fact = factOf(value);
  if (fact.kind !== 'call') return null;
  const handed = handedCall(indexed(value), fact);
  const written = sibling(value, fact.callee);
  const inner = handed === null ? written : sibling(value, handed.callee);
  return [inner, written].find((each) => factOf(each).kind === 'member') ?? null;
}

function nameOf(ref: FunctionRef): string {
  return `${ref.file.facts.path} ${ref.id}`;
}
