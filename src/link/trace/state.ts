/**
 * The walk at a property of something that a library hands out: `req.user`, `res.locals.name`, `ctx.state.id`. One function writes
 * it, another that is given the same kind of object reads it.
 */
import type { PackageInfo } from '../../contracts/inventory.js';
import type { Entity } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed } from '../linking.js';
import { assignedAt } from './additions.js';
import { ANY, type Visit, type Walk } from './visit.js';
import { writesNamed } from './writes.js';

/** Into all that is written under the name into such an object, in the same package. */
export function stepIntoState(link: Linking, walk: Walk, visit: Visit, objects: readonly Entity[], path: readonly string[]): void {
  const [name, ...rest] = path;
  const paths = pathsOf(objects);
  if (name === undefined || paths.size === 0) return;
  const isSameKind = (value: FileValue) => value.file.package === visit.ref.file.package && [...pathsOf(link.resolve(value))].some((api) => paths.has(api));
  for (const { object, value } of writesNamed(link, name)) {
    if (isSameKind(object)) walk.go(visit, value, { path: rest, frame: null, text: `is stored in ${link.describe(object)}.${name}` });
  }
  for (const { call, target } of copiesIn(link, visit.ref.file.package)) {
    if (!isSameKind(target)) continue;
    for (const { value, path: inner } of assignedAt(link, call, target, path)) {
      walk.go(visit, value, { path: inner, frame: null, text: `is copied into ${link.describe(target)}` });
    }
  }
}

/** `Object.assign(target, …)` whose target stands in a package: the walk asks at every property, of which there are more than packages. */
function copiesIn(link: Linking, info: PackageInfo): readonly { call: FileValue; target: FileValue }[] {
  let known = COPIES.get(link);
  if (known === undefined) {
    COPIES.set(link, (known = new Map()));
    for (const site of link.sitesOf('object.assign')) {
      const target = link.argument(site, 'target');
      if (target === null) continue;
      const copies = known.get(target.file.package) ?? [];
      known.set(target.file.package, copies);
      copies.push({ call: indexed(site.value), target: indexed(target) });
    }
  }
  return known.get(info) ?? [];
}

const COPIES = new WeakMap<Linking, Map<PackageInfo, { call: FileValue; target: FileValue }[]>>();

/** `c.get('user')`, where another function says `c.set('user', …)`. Whether the call is such a read. */
export function stepIntoStateCall(link: Linking, walk: Walk, visit: Visit): boolean {
  const read = link.rolesAt(visit.ref).find((site) => site.role === 'context.get');
  const name = read === undefined ? null : link.argument(read, 'name');
  const names = name === null ? null : link.constants(name);
  if (read === undefined || names === null) return false;
  let followed = 0;
  for (const site of link.sitesOf('context.set')) {
    const key = link.argument(site, 'name');
    const value = link.argument(site, 'value');
    if (site.entry.package !== read.entry.package || site.value.file.package !== read.value.file.package || key === null || value === null) continue;
    if (!(link.constants(key) ?? []).some((known) => names.includes(known))) continue;
    walk.go(visit, value, { frame: null, text: `is stored as "${String(names[0])}"` });
    followed += 1;
  }
  return followed > 0;
}

/** `_.get(object, 'a.b', fallback)`, `Reflect.get(object, 'a')`. Whether the call is such a read. */
export function stepIntoPropertyRead(link: Linking, walk: Walk, visit: Visit): boolean {
  const read = link.rolesAt(visit.ref).find((site) => site.role === 'object.get');
  const object = read === undefined ? null : link.argument(read, 'target');
  const name = read === undefined ? null : link.argument(read, 'name');
  if (read === undefined || object === null || name === null) return false;
  const names = link.constants(name) ?? [ANY];
  for (const known of names) walk.go(visit, object, { path: [...String(known).split(/[.[\]]+/).filter((part) => part !== ''), ...visit.path] });
  const fallback = link.argument(read, 'fallback');
  if (fallback !== null) walk.go(visit, fallback);
  return true;
}

/** Objects that come out of a call or a class of a library. */
function pathsOf(entities: readonly Entity[]): Set<string> {
  return new Set(entities.flatMap((entity) => (entity.kind === 'api' && /[#()]/.test(entity.path) ? [entity.path] : [])));
}
