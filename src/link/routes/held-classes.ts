/**
 * Which class of the program something is an instance of, where it is known by which calls the code runs: `this` in a method of a
 * base class is what the method was called on. And which of the things that a base class makes is whose: the router that
 * `Base` makes in its constructor is another one for each class that extends it.
 */
import { NONE } from '../../contracts/facts.js';
import type { ClassRef, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { lineage } from '../resolve/member.js';
import { factOf } from '../value-graph.js';
import { type Context, standIn } from './context.js';
import type { FactoryCall } from './instances.js';

const MAXIMUM_DEPTH = 8;

/** An instance of a class. */
export interface HeldInstance {
  ref: ClassRef;
  /** The call that made it, or null. */
  created: ValueRef | null;
}

/** The instances that the value is, as far as it is nothing else. */
export function instancesAt(link: Linking, written: FileValue, context: Context, depth = 0): HeldInstance[] {
  const value = standIn(link, written, context);
  const fact = factOf(value);
  if (fact.kind === 'this') {
    const index = context.findIndex((bound) => bound.kind === 'call' && bound.callee.id === fact.function && bound.callee.file === value.file);
    const bound = context[index];
    const receiver = bound?.kind !== 'call' || depth > MAXIMUM_DEPTH ? null : receiverOfCall(bound.call);
    const found = receiver === null ? [] : instancesAt(link, receiver, context.slice(index + 1), depth + 1);
    if (found.length > 0) return found;
    return fact.class === NONE ? [] : [{ ref: { file: value.file, id: fact.class }, created: null }];
  }
  const entities = link.resolve(value);
  const found = entities.flatMap((entity) => (entity.kind === 'instance' ? [{ ref: entity.ref, created: entity.created }] : []));
  return found.length === entities.length ? found : [];
}

/** What a method was called on, a getter read of; for a constructor the call that makes the instance. */
export function receiverOfCall(call: ValueRef): FileValue | null {
  const fact = factOf(call);
  if (fact.kind === 'member') return sibling(call, fact.object);
  if (fact.kind !== 'call') return null;
  if (fact.isNew) return indexed(call);
  const callee = factOf(sibling(call, fact.callee));
  if (callee.kind === 'this') return sibling(call, fact.callee);
  return callee.kind === 'member' ? sibling(call, callee.object) : null;
}

/**
 * One entry for each class between an instance's own and the one in which the value is written, the instance's first: they tell apart
 * what one expression of a base class makes for the classes that extend it.
 */
export function classesBetween(link: Linking, ref: ClassRef, written: FileValue): FactoryCall[] {
  const { start } = factOf(written);
  const line = lineage(link, ref);
  const owner = line.findIndex(({ file, id }) => {
    const fact = file.facts.classes[id];
    return file === written.file && fact !== undefined && fact.start <= start && start < fact.end;
  });
  return line.slice(0, Math.max(owner, 0)).map((each) => {
    const { file, id } = indexed({ file: each.file, id: each.file.facts.classes[each.id]!.superClass });
    return { call: { file, id }, callee: { file, id: NONE } };
  });
}

/** It tells classes apart and is no call. */
export function isOfClass(call: FactoryCall): boolean {
  return call.callee.id === NONE;
}

/** The calls as a context for reading values in what they enter. */
export function contextOf(calls: readonly FactoryCall[]): Context {
  return [...calls].reverse().map(({ call, callee }) => ({ kind: 'call', call, callee }));
}
