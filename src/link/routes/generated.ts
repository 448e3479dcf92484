/**
 * Routes that a decorator of a class makes by itself (`@Crud({ model })`): those of its model's list that its options leave. A method of
 * the class may take one over (`@Override('createOneBase')`).
 */
import type { FunctionRef, RoleSite } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import type { Decorated } from './composed-decorators.js';
import { follow } from './context.js';
import { handlersIn } from './handlers.js';

const OVERRIDE = 'http.route.override';

/** A method of the class, with the decorators that say what it is. */
export interface DecoratedMember {
  name: string;
  handler: FunctionRef & { file: FileValue['file'] };
  decorators: readonly Decorated[];
}

export interface GeneratedRoute {
  site: RoleSite;
  written: FileValue;
  method: string;
  path: string;
  /** The method that takes the route over; null where the library answers. */
  member: DecoratedMember | null;
}

/** The model's entry lists them as `name METHOD path`, separated by commas; `:id` stands for the keys that the options name. */
export function generatedRoutes(link: Linking, decorators: DecoratedMember['decorators'], members: readonly DecoratedMember[]): GeneratedRoute[] {
  return decorators.flatMap(({ site, written }) => {
    if (site.role !== 'http.route.generator') return [];
    const only = namesAt(link, site, 'only');
    const exclude = namesAt(link, site, 'exclude');
    if (only === null || exclude === null) return [];
    const key = keyPath(link, site);
    return String(site.entry.attributes['routes'] ?? '').split(', ').flatMap((line): GeneratedRoute[] => {
      const [name = '', method = '', path = ''] = line.split(' ');
      if (only.length > 0 ? !only.includes(name) : exclude.includes(name)) return [];
      const member = members.find((each) => overriddenBy(link, each) === name) ?? null;
      const override = member?.decorators.find((each) => each.site.role === OVERRIDE);
      return [{ site, written: override?.written ?? written, method, path: path.replace('/:id', key), member }];
    });
  });
}

/** Constants of a list in the options; empty when there is none, null when they cannot be told. */
function namesAt(link: Linking, site: RoleSite, argument: string): string[] | null {
  const { items, complete } = handlersIn(link, link.argumentList(site, argument), []);
  const names = items.map((item) => link.constants(item));
  return complete && names.every((each) => each !== null) ? names.flatMap((each) => each!.map(String)) : null;
}

/** `/:id`, or the primary keys that the options name instead. */
function keyPath(link: Linking, site: RoleSite): string {
  const given = link.argument(site, 'keys');
  const [object] = given === null ? [] : follow(link, given, []);
  const fact = object === undefined ? null : factOf(object);
  if (object === undefined || fact?.kind !== 'object') return '/:id';
  const primary = fact.properties.filter((property) => {
    const found = link.property(sibling(object, property.value), ['primary']);
    return property.name !== null && found.kind === 'found' && found.values.some((value) => link.constants(value)?.includes(true) === true);
  });
  return primary.length === 0 ? '/:id' : primary.map((property) => `/:${property.name}`).join('');
}

function overriddenBy(link: Linking, member: DecoratedMember): string | null {
  const override = member.decorators.find(({ site }) => site.role === OVERRIDE);
  if (override === undefined) return null;
  const name = link.argument(override.site, 'name');
  return name === null ? `${member.name}Base` : String(link.constants(indexed(name))?.[0] ?? '');
}
