/** What a decorator stands on. */
import type { ClassRef, ValueRef } from '../../contracts/program.js';
import { indexed } from '../linking.js';

/** The class that the decorator decorates, or null. */
export function decoratedClass(decorator: ValueRef): ClassRef | null {
  const { file } = indexed(decorator);
  const id = file.facts.classes.findIndex((fact) => fact.decorators.includes(decorator.id));
  return id < 0 ? null : { file, id };
}
