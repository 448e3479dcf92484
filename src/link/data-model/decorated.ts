/** What a decorator stands on. */
import type { ClassRef, RoleSite, ValueRef } from '../../contracts/program.js';
import { type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';

/** The class that the decorator decorates, or null. */
export function decoratedClass(decorator: ValueRef): ClassRef | null {
  const { file } = indexed(decorator);
  const id = file.facts.classes.findIndex((fact) => fact.decorators.includes(decorator.id));
  return id < 0 ? null : { file, id };
}

/** A decorator written as a call is a call: its arguments by the positions of the model. */
export function decoratorArgument(link: Linking, site: RoleSite, name: string): ValueRef | null {
  const fact = factOf(site.value);
  if (fact.kind !== 'call') return null;
  const [path] = site.entry.arguments[name] ?? [];
  const argument = path === undefined || typeof path.position !== 'number' ? undefined : fact.args[path.position];
  if (path === undefined || argument === undefined) return null;
  const value = sibling(site.value, argument);
  if (path.properties.length === 0) return value;
  const found = link.property(value, path.properties);
  return found.kind === 'found' ? (found.values[0] ?? null) : null;
}
