/**
 * The walk at a property of something that a library hands out: `req.user`, `res.locals.name`, `ctx.state.id`. One function writes
 * it, another that is given the same kind of object reads it.
 */
import type { PackageInfo } from '../../contracts/inventory.js';
import type { Entity, ValueRef } from '../../contracts/program.js';
import type { Constant } from '../constants.js';
import { packageOf } from '../api-path.js';
import { type FileValue, type Linking, indexed } from '../linking.js';
import { assignedAt } from './additions.js';
import { ANY, type Visit, type Walk } from './visit.js';
import { writesNamed } from './writes.js';

/** What is written into an object of a library, and the API paths that the object has. */
interface StateWrite {
  object: FileValue;
  paths: ReadonlySet<string>;
  /** The written value; of a copying call the call. */
  value: FileValue;
}

/** What is asked of every program once: the walk comes to such properties again and again. */
interface StateWrites {
  byName: Map<string, readonly StateWrite[]>;
  copies: ReadonlyMap<PackageInfo, readonly StateWrite[]> | null;
}

const tables = new WeakMap<Linking, StateWrites>();

/** Into all that is written under the name into such an object, in the same package. How much that is. */
export function stepIntoState(link: Linking, walk: Walk, visit: Visit, objects: readonly Entity[], path: readonly string[]): number {
  const [name, ...rest] = path;
  const paths = pathsOf(link, objects);
  if (name === undefined || paths.size === 0) return 0;
  let followed = 0;
  const isSameKind = (write: StateWrite) => write.object.file.package === visit.ref.file.package && [...write.paths].some((api) => paths.has(api));
  for (const write of assignmentsOf(link, name)) {
    if (!isSameKind(write)) continue;
    walk.go(visit, write.value, { path: rest, frame: null, stored: outlivesRequest(write.paths), text: `is stored in ${link.describe(write.object)}.${name}` });
    followed += 1;
  }
  for (const copy of copiesIn(link, visit.ref.file.package)) {
    if (!isSameKind(copy)) continue;
    for (const { value, path: inner } of assignedAt(link, copy.value, copy.object, path)) {
      walk.go(visit, value, { path: inner, frame: null, stored: outlivesRequest(copy.paths), text: `is copied into ${link.describe(copy.object)}` });
      followed += 1;
    }
  }
  return followed;
}

/** A session, or what a function has made (`merge(defaults, saved)`) and not what a handler is given: one request writes it, another reads it. */
function outlivesRequest(paths: ReadonlySet<string>): boolean {
  return [...paths].every((path) => /^[^#]*\(\)/.test(path) || /#session(?:#|$)/.test(path));
}

function tableOf(link: Linking): StateWrites {
  let table = tables.get(link);
  if (table === undefined) tables.set(link, (table = { byName: new Map(), copies: null }));
  return table;
}

/** `res.locals.name = value`: by the property's name. */
function assignmentsOf(link: Linking, name: string): readonly StateWrite[] {
  const { byName } = tableOf(link);
  let found = byName.get(name);
  if (found === undefined) {
    found = writesNamed(link, name).map(({ object, value }) => ({ object, value, paths: pathsOf(link, link.resolve(object)) }));
    byName.set(name, (found = found.filter(({ paths }) => paths.size > 0)));
  }
  return found;
}

/** `Object.assign(res.locals, data)`: by the package that it stands in. */
function copiesIn(link: Linking, info: PackageInfo): readonly StateWrite[] {
  const table = tableOf(link);
  table.copies ??= copiesByPackage(link);
  return table.copies.get(info) ?? [];
}

function copiesByPackage(link: Linking): ReadonlyMap<PackageInfo, readonly StateWrite[]> {
  const result = new Map<PackageInfo, StateWrite[]>();
  for (const site of link.sitesOf('object.assign')) {
    const target = link.argument(site, 'target');
    const paths = target === null ? NO_PATHS : pathsOf(link, link.resolve(target));
    if (target === null || paths.size === 0) continue;
    const known = result.get(target.file.package) ?? [];
    result.set(target.file.package, known);
    known.push({ object: indexed(target), value: indexed(site.value), paths });
  }
  return result;
}

/** `c.get('user')`, where another function says `c.set('user', …)`. Whether the call is such a read. */
export function stepIntoStateCall(link: Linking, walk: Walk, visit: Visit): boolean {
  const read = link.rolesAt(visit.ref).find((site) => site.role === 'context.get');
  const name = read === undefined ? null : link.argument(read, 'name');
  const names = name === null ? null : link.constants(name);
  if (read === undefined || names === null) return false;
  let followed = 0;
  for (const { library, keys, value } of settersIn(link, read.value.file.package)) {
    if (library !== read.entry.package || !keys.some((known) => names.includes(known))) continue;
    walk.go(visit, value, { frame: null, text: `is stored as "${String(names[0])}"` });
    followed += 1;
  }
  return followed > 0;
}

interface Setter {
  library: string;
  keys: readonly Constant[];
  value: ValueRef;
}

const setters = new WeakMap<Linking, Map<PackageInfo, Setter[]>>();

/** `c.set('user', …)` in a package, in source order. Made once, on first use. */
function settersIn(link: Linking, info: PackageInfo): readonly Setter[] {
  let known = setters.get(link);
  if (known === undefined) setters.set(link, (known = settersByPackage(link)));
  return known.get(info) ?? [];
}

function settersByPackage(link: Linking): Map<PackageInfo, Setter[]> {
  const result = new Map<PackageInfo, Setter[]>();
  for (const site of link.sitesOf('context.set')) {
    const key = link.argument(site, 'name');
    const value = link.argument(site, 'value');
    const keys = key === null || value === null ? null : link.constants(key);
    if (keys === null || value === null) continue;
    const known = result.get(site.value.file.package) ?? [];
    result.set(site.value.file.package, known);
    known.push({ library: site.entry.package, keys, value });
  }
  return result;
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

const NO_PATHS: ReadonlySet<string> = new Set();

/** Calls that give objects of their own each time. */
const GIVES_ROWS: ReadonlySet<string> = new Set(['orm.query', 'orm.write', 'sql.execute', 'nosql.query', 'datastore.read']);

/**
 * Objects that come out of a call or a class of a library. One of the language, such as a URL, is made where it is needed and not
 * handed out; a row that one function has read is not the one that another reads.
 */
function pathsOf(link: Linking, entities: readonly Entity[]): ReadonlySet<string> {
  const paths = entities.flatMap((entity) => (entity.kind === 'api' && isHandedOut(link, entity) ? [entity.path] : []));
  return paths.length === 0 ? NO_PATHS : new Set(paths);
}

function isHandedOut(link: Linking, { path, created }: Extract<Entity, { kind: 'api' }>): boolean {
  return /[#()]/.test(path) && !path.startsWith('global:') && !isRow(link, path) && !isTypeAlone(link, path) && !wasRead(link, created);
}

/** Calls that say by their name that they look something up or make it. */
const LOOKS_UP = /[.#:](?:find|fetch|load|read|query|dispense|create|make|build)\w*\(\)$/;

/**
 * `mongoose:Document#`, `type-fest:Merge#`: known by the type alone, which all rows of a program may have, or of which nobody tells who
 * hands it out. What is made for one request says so.
 */
function isTypeAlone(link: Linking, path: string): boolean {
  if (!/^[^#()]+#/.test(path) || /(?:Request|Response|Context|Session)#/.test(path)) return false;
  return packagesOfRows(link).has(packageOf(path)) || !link.models.knowsPackage(packageOf(path));
}

const packages = new WeakMap<Linking, ReadonlySet<string>>();

function packagesOfRows(link: Linking): ReadonlySet<string> {
  let known = packages.get(link);
  if (known === undefined) packages.set(link, (known = new Set([...GIVES_ROWS].flatMap((role) => link.models.entriesOf(role).map((entry) => entry.package)))));
  return known;
}

/** Of a query builder that is awaited (`await Account.findById(id)`) the path is the builder's; the call that made it says what it gives. */
function wasRead(link: Linking, created: ValueRef | null): boolean {
  return created !== null && link.rolesAt(created).some((site) => GIVES_ROWS.has(site.role));
}

function isRow(link: Linking, path: string): boolean {
  if (LOOKS_UP.test(path)) return true;
  return path.endsWith('()') && link.models.roleEntries('call', path.slice(0, -2)).some((entry) => GIVES_ROWS.has(entry.role));
}
