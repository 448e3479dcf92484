/**
 * Options of a route that stand for hooks which the program has named elsewhere: `.macro({ auth: { resolve } })`, and then
 * `.get('/me', handler, { auth: true })`.
 */
import type { ChainLink, RoleSite, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { follow } from './context.js';
import { chainLink } from './handlers.js';

/** What a macro may set that runs before the handler. */
const HOOKS = ['resolve', 'beforeHandle', 'derive', 'transform'];

/** @returns the hooks behind the options, and whether every option is known: the framework's own, or a macro in sight */
export function macroLinks(link: Linking, site: RoleSite): { links: ChainLink[]; complete: boolean } {
  const given = link.argument(site, 'macros');
  const result: { links: ChainLink[]; complete: boolean } = { links: [], complete: true };
  const own = String(site.entry.attributes['options'] ?? '').split(' ');
  for (const object of given === null ? [] : follow(link, given, [])) {
    const fact = factOf(object);
    if (fact.kind !== 'object') continue;
    for (const property of fact.properties) {
      if (property.name === null || own.includes(property.name)) continue;
      const value = sibling(object, property.value);
      if (link.constants(value)?.includes(false) === true) continue;
      const links = behind(link, property.name, value);
      result.links.push(...links);
      result.complete &&= links.length > 0;
    }
  }
  return result;
}

function behind(link: Linking, name: string, at: FileValue): ChainLink[] {
  const found: ValueRef[] = [];
  for (const site of link.sitesOf('http.macro')) {
    const value = link.argument(site, 'value');
    const named = link.argument(site, 'name');
    const table = link.argument(site, 'table');
    const isNamed = value !== null && named !== null;
    if (isNamed && link.constants(named)?.includes(name) === true) found.push(...hooksIn(link, value, []));
    else if (!isNamed && table !== null) found.push(...hooksIn(link, table, [name]));
  }
  return found.map((value) => chainLink(link, 'middleware', 'route', at, indexed(value)));
}

function hooksIn(link: Linking, table: ValueRef, path: readonly string[]): ValueRef[] {
  const found = (names: readonly string[]): readonly ValueRef[] => {
    const lookup = link.property(table, names);
    return lookup.kind === 'found' ? lookup.values : [];
  };
  const written = HOOKS.flatMap((hook) => found([...path, hook]));
  const [name] = path;
  if (written.length > 0 || name === undefined) return written;
  // `auth: (enabled) => ({ resolve })`
  const returned = HOOKS.flatMap((hook) => found([`${name}()`, hook]));
  return returned.length > 0 ? returned : found([name]).filter((value) => link.resolve(value).some((entity) => entity.kind === 'function'));
}
